using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Vector = Slowroll.Tests.Vectors.Vector;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>What the build reads of a rollout is what every host goes by: upstream's answers follow from it.</summary>
public class DecisionAgreementTests
{
    [Fact]
    public void Rollouts_that_the_build_reads_decide_like_upstream() =>
        Vector.AllHold("decide.json", Difference);

    [Fact]
    public void Rollouts_with_percentages_that_the_build_reads_decide_like_the_design() =>
        Vector.AllHold("decide_percent.json", Difference);

    [Fact]
    public void Schedules_that_the_build_reads_decide_like_the_design() => Vector.AllHold("decide_schedule.json", c =>
    {
        var config = ConfigDocument.Read(c.GetProperty("config").GetRawText());
        var names = c.GetProperty("flag").GetString()!.Split('.');
        DriftList problems = new();
        var rollout = ConfigRolloutReader.Read(config.Find(names[0], names[1])!, null, problems);
        if (rollout is null || problems.All.Count > 0)
            return $"{c}: {string.Join(' ', problems.All.SelectMany(problem => problem.Arguments))}";

        var key = c.GetProperty("key").GetString()!;
        var now = DateTimeOffset.Parse(c.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var isNew = RolloutDecision.IsNew(
            rollout, key, BucketOf(c, rollout, key), Schedule.MicrosecondsOf(now.UtcDateTime));
        return (isNew ? "new" : "stable") == c.GetProperty("side").GetString() ? null : $"{c}: {isNew}";
    });

    private static string? Difference(JsonElement c)
    {
        var text = c.GetProperty("rollout").GetRawText();
        DriftList problems = new();
        var flag = ConfigDocument.Read($$"""{ "s": { "f": {{text}} } }""").Find("s", "f")!;
        var rollout = ConfigRolloutReader.Read(flag, null, problems);
        var key = c.GetProperty("key").GetString()!;
        var now = DateTimeOffset.Parse(c.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        // Early adopters need no schedule, which the build refuses all the same.
        var isNew = rollout is null
            ? problems.All.Count > 0
            : IsNew(rollout, key, BucketOf(c, rollout, key), Schedule.MicrosecondsOf(now.UtcDateTime));
        var side = isNew ? "new" : "stable";
        return problems.All.Count > 0 && !IsEarly(c, key)
            ? $"{text}: {problems.All[0].Rule.Id} {string.Join(' ', problems.All[0].Arguments)}"
            : side == c.GetProperty("side").GetString() ? null
            : $"{text} for '{key}' at {now:O}: {side}";
    }

    private static bool IsEarly(JsonElement c, string key) =>
        c.GetProperty("rollout").TryGetProperty("early_adopters", out var adopters)
            && adopters.EnumerateArray().Any(adopter => adopter.GetString() == key);

    // By the design's formulas, in whole numbers: a host switches at start + round(duration * its distance from the
    // start's share).
    private static bool IsNew(ConfigRollout rollout, string key, uint bucket, long now)
    {
        if (rollout.EarlyAdopters.Contains(key) || rollout.HasPatternFor(key))
        {
            return true;
        }

        if (rollout.Schedule is not { } schedule || now < schedule.Start || now >= schedule.End)
        {
            return rollout.Schedule is { } settled
                && Position(bucket) < Share(now < settled.Start ? settled.From : settled.To);
        }

        var (position, from, to) = (Position(bucket), Share(schedule.From), Share(schedule.To));
        if (position < BigInteger.Min(from, to) || position >= BigInteger.Max(from, to))
        {
            return position < from;
        }

        var width = BigInteger.Abs(to - from);
        var elapsed = BigInteger.DivRem(
            2 * (schedule.End - schedule.Start) * BigInteger.Abs(position - from) + width, 2 * width, out var rest);
        var switches = schedule.Start + (rest.IsZero && !elapsed.IsEven ? elapsed - 1 : elapsed);
        return now >= switches != schedule.IsFalling;
    }

    // Cases that were decided for a bucket carry it: there the hasher answers that number.
    private static uint BucketOf(JsonElement c, ConfigRollout rollout, string key)
    {
        if (c.TryGetProperty("bucket", out var bucket))
        {
            return bucket.GetUInt32();
        }

#pragma warning disable CA5350 // Spreads the hosts, and protects nothing.
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(rollout.Salt is { } salt ? $"{salt}:{key}" : key));
#pragma warning restore CA5350
        return BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(16));
    }

    private static BigInteger Position(uint bucket) => new BigInteger(bucket) * Percentage.Hundred.Billionths;

    private static BigInteger Share(Percentage percentage) => new BigInteger(percentage.Billionths) << 32;
}
