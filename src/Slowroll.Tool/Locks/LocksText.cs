using Slowroll.Locking;

namespace Slowroll.Tool.Locks;

/// <summary>The text of a locks file, as a person would edit it: comments and all other locks stay, byte for
/// byte.</summary>
internal static class LocksText
{
    private static readonly char[] Separators = [';', '\r', '\n'];

    /// <summary>Whether a locks file can name a flag. Some characters of names separate locks there.</summary>
    public static bool CanName(string flag) =>
        flag.Contains('.', StringComparison.Ordinal)
        && flag.Trim() == flag
        && flag.IndexOfAny([.. Separators, '#', ',']) < 0;

    /// <summary>The text with a lock.</summary>
    public static string Lock(string text, string flag, Side side)
    {
        var word = side == Side.New ? "new" : "stable";
        List<Entry> entries = [.. EntriesOf(text).Where(entry => entry.Flag == flag)];
        if (entries is [.., var last])
        {
            // The last one counts.
            var before = text[..last.EqualsSign];
            var after = text[last.End..];
            return $"{before}={word}{after}";
        }

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var start = text.Length == 0 || text.EndsWith('\n') ? "" : newLine;
        return $"{text}{start}{flag}={word}{newLine}";
    }

    /// <summary>The text without the locks of a flag.</summary>
    public static string Unlock(string text, string flag)
    {
        foreach (var entry in EntriesOf(text).Where(entry => entry.Flag == flag).Reverse())
            text = Without(text, entry);
        return text;
    }

    /// <summary>The locks that count, by flag.</summary>
    public static IReadOnlyDictionary<string, Side> LocksOf(string text, out IReadOnlyList<string> faults) =>
        LockText.Parse(text, out faults);

    private static string Without(string text, Entry entry)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(entry.Start - 1, 0)) + 1;
        if (entry.Start == 0)
            lineStart = 0;
        var lineEnd = text.IndexOf('\n', entry.End) is >= 0 and var end ? end + 1 : text.Length;
        var before = text[lineStart..entry.Start];
        var after = text[entry.End..lineEnd];

        // Alone in its line: the line goes too.
        if (string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after))
            return text.Remove(lineStart, lineEnd - lineStart);

        var rest = after.TrimStart(' ', '\t');
        return rest is [';', ..]
            ? string.Concat(text[..entry.Start], rest[1..].TrimStart(' ', '\t'), text[lineEnd..])
            : string.Concat(text[..lineStart], before.TrimEnd(' ', '\t', ';'), after, text[lineEnd..]);
    }

    // The same entries as the runtime reads, with their places.
    private static IEnumerable<Entry> EntriesOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = text.IndexOfAny([.. Separators, '#'], at);
            end = end < 0 ? text.Length : end;
            var shown = text[at..end].Trim();
            var equals = shown.LastIndexOf('=');
            if (equals >= 0)
            {
                var start = text.IndexOf(shown, at, StringComparison.Ordinal);
                yield return new(shown[..equals].TrimEnd(), start, start + equals, start + shown.Length);
            }

            at = end < text.Length && text[end] == '#'
                ? text.IndexOf('\n', end) is >= 0 and var next ? next : text.Length
                : end;
        }
    }

    private sealed record Entry(string Flag, int Start, int EqualsSign, int End);
}
