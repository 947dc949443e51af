using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>Adds members at the end of an object, in the style of the file.</summary>
internal static class JsonInsertion
{
    /// <summary>Where to insert what.</summary>
    public static (int Position, string Text) Into(
        string text, JsonObject target, IEnumerable<(string Name, JsonOutline Value)> members)
    {
        var outer = IndentationAt(text, target.Range.End - 1);
        var isOneLine = text.IndexOf('\n', target.Range.Start, target.Range.Length) < 0 && target.AllMembers.Count > 0;
        var newLine = isOneLine ? "" : text.Contains("\r\n") ? "\r\n" : "\n";
        var unit = Unit(text);
        var inner = target.AllMembers.Count > 0
            ? IndentationAt(text, target.AllMembers[0].NameRange.Start)
            : outer + unit;
        var between = isOneLine ? ", " : "," + newLine + inner;
        var written = string.Join(between, members.Select(member => JsonOutline.Member(member, newLine, inner, unit)));

        if (target.AllMembers.Count == 0)
        {
            return (target.Range.Start + 1, newLine + inner + written + newLine + outer);
        }

        // If the last member has a trailing comma, the new one gets one too.
        var end = target.AllMembers[target.AllMembers.Count - 1].Value.Range.End;
        return LastComma(text, end, target.Range.End) is { } comma
            ? (comma + 1, between.Substring(1) + written + ",")
            : (end, between + written);
    }

    private static int? LastComma(string text, int start, int end) => RelaxedJson.Find(text)
        .Where(found => !found.IsComment && found.Range.Start >= start && found.Range.End < end)
        .Select(found => (int?)found.Range.Start)
        .FirstOrDefault();

    private static string IndentationAt(string text, int at)
    {
        var start = text.LastIndexOf('\n', at == 0 ? 0 : at - 1) + 1;
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    // The indentation of the first indented line; two spaces if there is none.
    private static string Unit(string text) => text
        .Split('\n')
        .Select(line => line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length))
        .FirstOrDefault(indentation => indentation.Length > 0) ?? "  ";
}
