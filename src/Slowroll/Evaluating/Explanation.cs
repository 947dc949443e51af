using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Puts into words what a rollout decided for a key.</summary>
internal static class Explanation
{
    public static Evaluation<T> Of<T>(
        T value, Side side, Rollout rollout, in HashKey key, Func<string, uint> hasher, long utcTicks)
    {
        if (rollout.IsEarlyAdopter(key))
            return new Evaluation<T>(value, Side.New, EvaluationReason.EarlyAdopter) { Share = ShareAt(rollout, utcTicks) };
        if (rollout.ScheduleError is { } error)
            return new Evaluation<T>(value, side, EvaluationReason.Invalid) { Error = error };
        if (rollout.Ramp is null)
            return new Evaluation<T>(value, side, EvaluationReason.Canary);

        var bucket = key.Bucket(hasher, rollout.Salt);
        return new Evaluation<T>(value, side, rollout.Interpolate ? EvaluationReason.Interpolated : EvaluationReason.Ramp)
        {
            Position = bucket / 4294967296.0,
            Share = ShareAt(rollout, utcTicks),
            SwitchesAt = rollout.Interpolate ? null : rollout.Ramp.SwitchesAt(bucket),
        };
    }

    private static double? ShareAt(Rollout rollout, long utcTicks)
    {
        if (rollout.Ramp is null)
            return null;

        var (numerator, denominator) = rollout.Ramp.ShareAt(utcTicks);
        return 100 * ((double)numerator / (double)denominator);
    }
}
