using System.Globalization;

namespace Slowroll.Locking;

/// <summary>Reads locks as people write them: <c>features.install_to_opt_foo=new; features.theme=stable</c>, or one in
/// each line, with <c>#</c> before a comment.</summary>
internal static class LockText
{
    // Without a limit, a file that has nothing to do with locks would fill the log.
    private const int MostFaults = 10;

    private static readonly char[] Separators = [';', '\r'];

    /// <summary>The result for a text without locks.</summary>
    public static IReadOnlyDictionary<string, Side> None { get; } = new Dictionary<string, Side>();

    /// <summary>The locks that can be read, by the full name of the flag; of several for one flag the last one counts.
    /// Each entry that can't be read gives a sentence, up to a limit.</summary>
    /// <remarks>A sentence says where an entry is, and never shows it: a text that is no lock may be a
    /// secret.</remarks>
    public static IReadOnlyDictionary<string, Side> Parse(string text, out IReadOnlyList<string> faults)
    {
        faults = [];
        if (text.Length == 0)
            return None;

        var locks = new Dictionary<string, Side>(StringComparer.Ordinal);
        List<string> told = [];
        var refused = 0;
        foreach (var (entry, line, number) in EntriesOf(text))
        {
            // A key may have any character, also '='; a side has none.
            var equals = entry.LastIndexOf('=');
            var flag = equals < 0 ? "" : entry[..equals].TrimEnd();
            if (SideOf(entry[(equals + 1)..].Trim()) is { } side
                && flag.Contains('.', StringComparison.Ordinal)
                && !flag.Contains(',', StringComparison.Ordinal))
            {
                locks[flag] = side;
            }
            else if (++refused <= MostFaults)
            {
                told.Add(string.Create(CultureInfo.InvariantCulture, $"Entry {number} in line {line} is no lock. "
                    + $"Write section.key=new or section.key=stable, and ';' or a new line between two."));
            }
        }

        if (refused > MostFaults)
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{refused - MostFaults} more entries are no locks."));
        faults = told;
        return locks;
    }

    // Each entry with its line, and its number in the line; both begin with 1.
    private static IEnumerable<(string Entry, int Line, int Number)> EntriesOf(string text)
    {
        var line = 0;
        foreach (var whole in text.Split('\n'))
        {
            line++;
            var number = 0;
            var locks = whole.IndexOf('#', StringComparison.Ordinal) is >= 0 and var remark ? whole[..remark] : whole;
            foreach (var entry in locks.Split(
                Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (entry, line, ++number);
            }
        }
    }

    private static Side? SideOf(string text) => text.ToUpperInvariant() switch
    {
        "NEW" => Side.New,
        "STABLE" => Side.Stable,
        _ => null,
    };
}
