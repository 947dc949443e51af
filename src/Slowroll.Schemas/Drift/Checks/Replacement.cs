using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>A rollout replaces an earlier one.</summary>
/// <param name="Rollouts">Both of them.</param>
/// <param name="AsOf">When, in microseconds since the year 1; null if that isn't known.</param>
/// <param name="EarlierFile">Where the earlier config is.</param>
internal sealed record Replacement(RolloutComparison Rollouts, long? AsOf, string EarlierFile)
{
    /// <summary>The file, and when it is replaced, for a message: <c>'live.json' on 2030-01-31 00:00Z</c>.</summary>
    /// <param name="after">From when on it does harm, where it isn't known when it is replaced.</param>
    public string Sentence(long after) =>
        $"'{MessageText.Path(EarlierFile)}' {(AsOf is { } asOf ? $"on {Time(asOf)}" : $"after {Time(after)}")}";

    /// <summary>An instant, for a message.</summary>
    public static string Time(long instant) =>
        instant == OpenTime.Never ? "never" : PythonCheck.Format(Schedule.InstantOf(instant));

    /// <summary>A share from 0 to 1 in per cent, for a message.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The same; more than 0 is never shown as 0.</summary>
    public static string AtLeastSome(double share) => Percent(Math.Max(share, 0.0001));
}
