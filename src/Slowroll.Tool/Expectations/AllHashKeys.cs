using System.Text.Json;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Explaining;

namespace Slowroll.Tool.Expectations;

/// <summary>What share of all hash keys is on <c>new</c>, when: of a flag that treats all alike.</summary>
/// <remarks>The lowest buckets get <c>new</c> first. So a share is reached when its last bucket is on <c>new</c>, and
/// the running program answers when that is: here with a hasher that gives that bucket.</remarks>
internal sealed class AllHashKeys(AskedConfig config, ConfigFlag flag)
{
    private const decimal Buckets = 4_294_967_296m;

    // Names that hardly anybody has: the one that is no early adopter is asked for.
    private static readonly string[] Names = ["\u2205", "5d1f0c27-7a5e", "QXJ.4", "zz/9"];

    /// <summary>When at least so many per cent are on <c>new</c>.</summary>
    public Periods AtLeast(decimal percentage) => percentage == 0
        ? Periods.Always
        : OnNew((uint)(decimal.Ceiling(percentage / 100 * Buckets) - 1));

    /// <summary>When at most so many per cent are on <c>new</c>.</summary>
    /// <remarks>The bucket at that very percentage gets <c>new</c> at the instant at which the share is reached: so the
    /// next one is asked.</remarks>
    public Periods AtMost(decimal percentage) => decimal.Floor(percentage / 100 * Buckets) + 1 is var next and < Buckets
        ? OnNew((uint)next).Others()
        : Periods.Always;

    /// <summary>How many per cent are on <c>new</c> at an instant.</summary>
    public double ShareAt(DateTimeOffset instant)
    {
        var answer = At(instant, 0);
        return answer.Reason != EvaluationReason.EarlyAdopter && answer.Share is { } share ? share
            : answer.Side == Side.New ? 100
            : 0;
    }

    /// <summary>What a bucket is answered.</summary>
    public Evaluation<JsonElement> At(DateTimeOffset instant, uint bucket)
    {
        var found = AskedConfig.FlagOf(config.At(instant, _ => bucket), flag.Section, flag.Key);
        Evaluation<JsonElement> answer = default;
        foreach (var name in Names)
        {
            answer = found.Explain(name);
            if (answer.Reason != EvaluationReason.EarlyAdopter)
                break;
        }

        return answer;
    }

    // When that is doesn't depend on when one asks.
    private Periods OnNew(uint bucket) => Periods.Of(At(DateTimeOffset.UnixEpoch, bucket).OnNew);
}
