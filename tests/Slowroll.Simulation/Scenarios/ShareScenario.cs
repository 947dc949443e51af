using Slowroll.Charts;
using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Shares;

namespace Slowroll.Simulation.Scenarios;

/// <summary>How even the shares of a rollout are.</summary>
internal static class ShareScenario
{
    private const int StandardErrors = 2;

    /// <summary>Both hashers, with and without a salt; each hour of three days.</summary>
    public static Outcome Run(Settings settings)
    {
        var kinds = Names.All(settings.Clients, settings.Seed);
        (string Name, Func<string, uint> Hasher, string? Salt)[] cases =
        [
            ("SHA-1", Hashers.Sha1, null),
            ("SHA-1 with a salt", Hashers.Sha1, "fast_index"),
            ("XxHash3", Hashers.XxHash3, null),
            ("XxHash3 with a salt", Hashers.XxHash3, "fast_index"),
        ];
        var spreads = cases.AsParallel().AsOrdered()
            .Select(each => Spreads(new SteppedRollout(each.Hasher, each.Salt), kinds)).ToList();

        var rows = cases.Zip(spreads, (each, spread) => (IReadOnlyList<string>)
        [
            each.Name,
            Figure.Of(spread.All.Furthest, 3),
            Figure.Of(spread.All.FurthestInStandardErrors, 2),
            .. spread.Kinds.Select(kind => Figure.Of(kind.FurthestInStandardErrors, 2)),
        ]).ToList();
        return new(
            "shares",
            new(["hash", "furthest off, percentage points", "in standard errors",
                .. kinds.Select(kind => $"{kind.Kind} alone")], rows),
            new QuantityChart(
                $"{Figure.Of(settings.Clients)} names in a rollout: share less the ideal, in percentage points",
                TimeSpan.FromHours(SteppedRollout.Hours),
                [
                    Line("SHA-1", spreads[0].All, spreads[0].All.DeviationAt),
                    Line("XxHash3 with a salt", spreads[3].All, spreads[3].All.DeviationAt),
                    Line($"+{StandardErrors} standard errors of names thrown at random", spreads[0].All,
                        hour => StandardErrors * spreads[0].All.StandardErrorAt(hour)),
                    Line($"-{StandardErrors} standard errors", spreads[0].All,
                        hour => -StandardErrors * spreads[0].All.StandardErrorAt(hour)),
                ]));
    }

    private static (Spread All, IReadOnlyList<Spread> Kinds) Spreads(
        SteppedRollout rollout, IReadOnlyList<(string Kind, IReadOnlyList<string> Names)> kinds)
    {
        List<uint[]> buckets = [.. kinds.Select(kind => kind.Names.Select(rollout.BucketOf).ToArray())];
        return (
            new(rollout, [.. buckets.SelectMany(each => each)]),
            [.. buckets.Select(each => new Spread(rollout, each))]);
    }

    private static QuantityLine Line(string name, Spread spread, Func<int, double> quantity) => new(
        name,
        [.. Enumerable.Range(0, SteppedRollout.Hours)
            .Select(hour => new QuantityPoint(TimeSpan.FromHours(hour + 0.5), quantity(hour)))]);
}
