using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Says which similar names a config has if it doesn't have a flag.</summary>
internal static class MissingFlag
{
    // As many as a person reads, and few enough that a config with a hundred thousand flags doesn't take a second.
    private const int Shown = 5;
    private const int LookedAt = 10_000;

    /// <summary>A sentence that says whether the section or the key is wrong, with the names that may be
    /// meant.</summary>
    public static string Describe(ConfigSnapshot snapshot, FlagName flag)
    {
        if (ReferenceEquals(snapshot, ConfigSnapshot.Empty))
            return "There is no config.";

        if (snapshot.FlagsOf(flag.Section) is { } flags)
        {
            var near = Nearest(flag.Key, flags).Where(name => NameDistance.IsNear(flag.Key, name.Distance)).ToList();
            return $"Section '{OneLine.Of(flag.Section)}' has no flag '{OneLine.Of(flag.Key)}'."
                + (near is [] ? "" : $" Near it: {Names(near)}.");
        }

        var sections = Nearest(flag.Section, snapshot.Sections).ToList();
        return $"The config has no section '{OneLine.Of(flag.Section)}'"
            + (sections is [] ? ": it is empty." : $". It has: {Names(sections)}.");
    }

    /// <summary>The flag of a config that may be meant instead of one that it doesn't have; null if no name is
    /// similar.</summary>
    public static FlagName? NearestTo(FlagName flag, ConfigSnapshot snapshot)
    {
        var (nearest, least) = (default(FlagName?), int.MaxValue);
        foreach (var other in snapshot.Flags.Take(LookedAt))
        {
            // The same key in another section is always similar.
            var isMoved = other.Key == flag.Key;
            var ofKey = isMoved ? 0 : DistanceIfNear(flag.Key, other.Key);
            var ofSection = isMoved
                ? Math.Min(NameDistance.Between(flag.Section, other.Section), LookedAt)
                : DistanceIfNear(flag.Section, other.Section);
            if (ofKey is { } one && ofSection is { } two && one + two < least)
                (nearest, least) = (other, one + two);
        }

        return nearest;
    }

    // For most names the difference in length is enough to know.
    private static int? DistanceIfNear(string written, string other) =>
        NameDistance.IsNear(written, Math.Abs(written.Length - other.Length))
        && NameDistance.Between(written, other) is var distance
        && NameDistance.IsNear(written, distance)
            ? distance
            : null;

    private static IEnumerable<(string Text, int Distance)> Nearest(string name, IEnumerable<string> others) => others
        .Take(LookedAt)
        .Select(other => (other, NameDistance.Between(name, other)))
        .OrderBy(other => other.Item2)
        .ThenBy(other => other.other, StringComparer.Ordinal)
        .Take(Shown);

    private static string Names(IEnumerable<(string Text, int Distance)> names) =>
        string.Join(", ", names.Select(name => $"'{OneLine.Of(name.Text)}'"));
}
