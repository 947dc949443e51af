using Slowroll.Grammar;
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
    public static bool IsNew(ConfigRollout rollout, string hashKey, uint bucket, long instant) =>
        CourseOf(rollout, hashKey).IsNew(bucket, instant);

    /// <summary>By what a hash key gets <c>new</c>, and loses it.</summary>
    public static Course CourseOf(ConfigRollout rollout, string hashKey)
    {
        if (rollout.EarlyAdopters.Contains(hashKey) || rollout.HasPatternFor(hashKey))
        {
            return Course.Everybody(rollout.Rollback);
        }

        return rollout.Waves.Count == 0
            ? OfFlag(rollout)
            : rollout.Waves.FirstOrDefault(wave => wave.Audience is null || Contains(rollout, wave.Audience, hashKey))
                is { } found ? OfWave(rollout, found) : Course.Nobody;
    }

    /// <summary>By what all hash keys of a rollout without waves get <c>new</c>, but early adopters.</summary>
    public static Course OfFlag(ConfigRollout rollout) => new(rollout.Schedule, List(rollout.Rollback));

    /// <summary>By what the hash keys of a wave get <c>new</c>.</summary>
    public static Course OfWave(ConfigRollout rollout, WaveParts wave) =>
        new(wave.Schedule, [.. List(rollout.Rollback), .. List(wave.Rollback)]);

    private static IReadOnlyList<Rollback> List(Rollback? rollback) => rollback is { } own ? [own] : [];

    private static bool Contains(ConfigRollout rollout, string audience, string hashKey)
    {
        var parts = rollout.Settings.Audiences[audience];
        return parts.Keys.Contains(hashKey)
            || parts.Patterns.Any(pattern => pattern.PlainText == hashKey)
            || PatternProgram.Compile(parts.Patterns.Where(pattern => pattern.PlainText is null))
                .Any(program => program.IsMatch(hashKey));
    }
}
