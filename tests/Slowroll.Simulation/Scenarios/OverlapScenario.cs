using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Shares;

namespace Slowroll.Simulation.Scenarios;

/// <summary>Two flags at 10 %: how many names are on <c>new</c> of both.</summary>
internal static class OverlapScenario
{
    // In the night between the second and the third step.
    private const int HourAtTenPercent = 20;

    /// <summary>With a salt for each, and without any.</summary>
    public static Outcome Run(Settings settings)
    {
        List<string> names = [.. Names.All(settings.Clients, settings.Seed).SelectMany(kind => kind.Names)];
        (string Name, Func<string, uint> Hasher, string? First, string? Second)[] cases =
        [
            ("SHA-1, two salts", Hashers.Sha1, "fast_index", "new_cart"),
            ("XxHash3, two salts", Hashers.XxHash3, "fast_index", "new_cart"),
            ("SHA-1, no salt", Hashers.Sha1, null, null),
        ];
        return new("overlap", new(
            ["two flags at 10 %", "names on `new` of both", "by chance", "off, in standard errors"],
            [.. cases.AsParallel().AsOrdered().Select(each => Row(
                each.Name, names, new(each.Hasher, each.First), new(each.Hasher, each.Second), each.First is null))]),
            Chart: null);
    }

    private static IReadOnlyList<string> Row(
        string name, List<string> names, SteppedRollout first, SteppedRollout second, bool isSame)
    {
        var both = names.Count(hashKey =>
            first.IsNew(first.BucketOf(hashKey), HourAtTenPercent)
            && second.IsNew(second.BucketOf(hashKey), HourAtTenPercent));
        var share = first.IdealAt(HourAtTenPercent) * second.IdealAt(HourAtTenPercent);
        var error = Math.Sqrt(share * (1 - share) * names.Count);
        return
        [
            name,
            Figure.Of(both),
            Figure.Of(share * names.Count),
            isSame ? "the same names" : Figure.Of(Math.Abs(both - share * names.Count) / error, 2),
        ];
    }
}
