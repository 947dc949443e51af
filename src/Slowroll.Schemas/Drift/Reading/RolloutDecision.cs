using Slowroll.Patterns;
using Slowroll.Rollouts;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Which side a hash key is on, decided by the build.</summary>
/// <remarks>The order is that of the running program: early adopters, wave, schedule, and rollbacks on top of
/// them.</remarks>
internal static class RolloutDecision
{
    /// <summary>Whether a hash key is on <c>new</c> at an instant.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="hashKey">The hash key.</param>
    /// <param name="bucket">Its bucket.</param>
    /// <param name="instant">The instant, in microseconds since the year 1.</param>
    public static bool IsNew(ConfigRollout rollout, string hashKey, uint bucket, long instant)
    {
        var (schedule, rollbacks) = Decisive(rollout, hashKey);
        return schedule is not null
            && IsNew(schedule, bucket, instant)
            && rollbacks.All(rollback => instant < rollback.From
                || (IsNew(schedule, bucket, rollback.From - 1)
                    && instant < rollback.LeaveOf(bucket, schedule.ShareAt(Schedule.TicksOf(rollback.From - 1)))));
    }

    private static bool Contains(ConfigRollout rollout, string audience, string hashKey)
    {
        var parts = rollout.Settings.Audiences[audience];
        return parts.Keys.Contains(hashKey)
            || parts.Patterns.Any(pattern => pattern.PlainText == hashKey)
            || PatternProgram.Compile(parts.Patterns.Where(pattern => pattern.PlainText is null))
                .Any(program => program.IsMatch(hashKey));
    }

    private static (Schedule? Schedule, IReadOnlyList<Rollback> Rollbacks) Decisive(
        ConfigRollout rollout, string hashKey)
    {
        List<Rollback> rollbacks = rollout.Rollback is { } rollback ? [rollback] : [];
        if (rollout.EarlyAdopters.Contains(hashKey) || rollout.HasPatternFor(hashKey))
        {
            return (Schedule.Constant(Percentage.Hundred, 0), rollbacks);
        }

        if (rollout.Waves.Count == 0)
        {
            return (rollout.Schedule, rollbacks);
        }

        var wave = rollout.Waves.FirstOrDefault(
            wave => wave.Audience is null || Contains(rollout, wave.Audience, hashKey));
        return wave is null ? (null, []) : (wave.Schedule, wave.Rollback is { } own ? [.. rollbacks, own] : rollbacks);
    }

    private static bool IsNew(Schedule schedule, uint bucket, long instant)
    {
        var hasSwitched = schedule.SwitchOf(bucket) is { } switches && instant >= switches;
        return hasSwitched ? !schedule.IsFalling : bucket < schedule.From.FirstBucket;
    }
}
