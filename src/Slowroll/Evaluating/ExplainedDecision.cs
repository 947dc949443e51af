using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Describes why a flag answers what it answers, for people.</summary>
internal static class ExplainedDecision
{
    public static Evaluation<T> Of<T>(
        T value, Decision decision, Rollout rollout, in HashKey hashKey, Func<string, uint> hasher, long utcTicks)
    {
        var explained = new Evaluation<T>(value, decision.Side, decision.Reason);
        return decision.Reason switch
        {
            EvaluationReason.Invalid => explained with { Error = rollout.ScheduleError },
            EvaluationReason.EarlyAdopter => explained with { Share = ShareAt(rollout.Ramp, utcTicks) },
            _ when decision.Ramp is { } ramp =>
                InRamp(explained, rollout, ramp, hashKey.Bucket(hasher, rollout.Salt), utcTicks),
            _ => explained,
        };
    }

    private static Evaluation<T> InRamp<T>(
        Evaluation<T> explained, Rollout rollout, Ramp ramp, uint bucket, long utcTicks) => explained with
        {
            Position = bucket / 4294967296.0,
            Share = ShareAt(ramp, utcTicks),
            SwitchesAt = rollout.Interpolate ? null : ramp.SwitchesAt(bucket),
        };

    private static double? ShareAt(Ramp? ramp, long utcTicks)
    {
        if (ramp is null)
            return null;

        var (numerator, denominator) = ramp.ShareAt(utcTicks);
        return 100 * ((double)numerator / (double)denominator);
    }
}
