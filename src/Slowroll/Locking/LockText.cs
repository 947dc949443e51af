namespace Slowroll.Locking;

/// <summary>Reads locks as people write them: <c>features.install_to_opt_foo=new; features.theme=stable</c>, or one a line,
/// with <c>#</c> before a remark.</summary>
internal static class LockText
{
    private static readonly char[] Separators = [';', '\n', '\r'];

    /// <summary>The locks that can be read, by the flag's two names with a dot between them; the last of several for one flag
    /// counts. Each entry that can't be read gives a sentence.</summary>
    public static IReadOnlyDictionary<string, Side> Parse(string text, out IReadOnlyList<string> faults)
    {
        var locks = new Dictionary<string, Side>(StringComparer.Ordinal);
        List<string> refused = [];
        foreach (var line in WithoutRemarks(text))
        {
            foreach (var entry in line.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                // A key may hold anything, also '='; a side doesn't.
                var equals = entry.LastIndexOf('=');
                var flag = equals < 0 ? "" : entry[..equals].TrimEnd();
                if (SideOf(entry[(equals + 1)..].Trim()) is { } side && flag.Contains('.', StringComparison.Ordinal) && !flag.Contains(',', StringComparison.Ordinal))
                    locks[flag] = side;
                else
                    refused.Add($"'{entry}' is no lock. Write section.key=new or section.key=stable, and ';' or a new line between two.");
            }
        }

        faults = refused;
        return locks;
    }

    private static Side? SideOf(string text) => text.ToUpperInvariant() switch
    {
        "NEW" => Side.New,
        "STABLE" => Side.Stable,
        _ => null,
    };

    private static IEnumerable<string> WithoutRemarks(string text) =>
        text.Split('\n').Select(line => line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var remark ? line[..remark] : line);
}
