using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Says what a config has in the place of a flag that it hasn't.</summary>
internal static class MissingFlag
{
    // For a person's eyes, and so that a config of a hundred thousand flags doesn't take a second.
    private const int Shown = 5;
    private const int LookedAt = 10_000;

    /// <summary>A sentence that tells a wrong section from a wrong key, with the names that may be meant.</summary>
    public static string Describe(ConfigSnapshot snapshot, FlagName flag)
    {
        if (ReferenceEquals(snapshot, ConfigSnapshot.Empty))
            return "There is no config.";

        if (snapshot.FlagsOf(flag.Section) is { } flags)
        {
            var near = Nearest(flag.Key, flags).Where(name => NameDistance.IsNear(flag.Key, name.Distance)).ToList();
            return $"Section '{OneLine.Of(flag.Section)}' has no flag '{OneLine.Of(flag.Key)}'." + (near is [] ? "" : $" Near it: {Names(near)}.");
        }

        var sections = Nearest(flag.Section, snapshot.Sections).ToList();
        return $"The config has no section '{OneLine.Of(flag.Section)}'" + (sections is [] ? ": it is empty." : $". It has: {Names(sections)}.");
    }

    /// <summary>The flag of a config that may be meant by one that it hasn't; null where none is near.</summary>
    public static FlagName? NearestTo(FlagName flag, ConfigSnapshot snapshot)
    {
        var (nearest, least) = (default(FlagName?), int.MaxValue);
        foreach (var other in snapshot.Flags.Take(LookedAt))
        {
            // A key that stands in another section is near wherever it stands.
            var isMoved = other.Key == flag.Key;
            var ofKey = isMoved ? 0 : DistanceIfNear(flag.Key, other.Key);
            var ofSection = isMoved ? Math.Min(NameDistance.Between(flag.Section, other.Section), LookedAt) : DistanceIfNear(flag.Section, other.Section);
            if (ofKey is { } one && ofSection is { } two && one + two < least)
                (nearest, least) = (other, one + two);
        }

        return nearest;
    }

    // Most names are told apart by their lengths.
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
