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

    private static IEnumerable<(string Text, int Distance)> Nearest(string name, IEnumerable<string> others) => others
        .Take(LookedAt)
        .Select(other => (other, NameDistance.Between(name, other)))
        .OrderBy(other => other.Item2)
        .ThenBy(other => other.other, StringComparer.Ordinal)
        .Take(Shown);

    private static string Names(IEnumerable<(string Text, int Distance)> names) =>
        string.Join(", ", names.Select(name => $"'{OneLine.Of(name.Text)}'"));
}
