using Slowroll.Schemas.Json;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>The ranges of text that a fix deletes from a schema to remove a flag.</summary>
internal static class SchemaRemoval
{
    /// <summary>The places to cut, in the order of the text; none where the schema doesn't declare the flag.</summary>
    /// <param name="schema">The schema's text.</param>
    /// <param name="section">The flag's section.</param>
    /// <param name="key">The flag's name.</param>
    public static IReadOnlyList<TextRange> Of(string schema, string section, string key)
    {
        if (JsonText.Read(schema).Root is not { } root)
        {
            return [];
        }

        SchemaMerger merger = new(root, new ProblemList());
        return merger.Read(root).Property(section) is { } flags && merger.Read(flags).HolderOf(key) is { } holder
            ? Cuts(schema, holder, holder.Find(key)!)
            : [];
    }

    private static List<TextRange> Cuts(string text, JsonObject holder, JsonMember member)
    {
        var index = holder.AllMembers.ToList().IndexOf(member);
        var start = StartOfLines(text, member.NameRange.Start);
        if (CommaAfter(text, member.Value.Range.End) is { } comma)
        {
            return [new(start, EndOfLine(text, comma + 1))];
        }

        // With the last member, the comma before it is deleted.
        var before = index == 0 ? null : CommaAfter(text, holder.AllMembers[index - 1].Value.Range.End);
        return (before, start == member.NameRange.Start) switch
        {
            (null, _) => [new(start, EndOfLine(text, member.Value.Range.End))],
            ({ } at, true) => [new(at, member.Value.Range.End)],
            ({ } at, false) => [new(at, at + 1), new(start, EndOfLine(text, member.Value.Range.End))],
        };
    }

    // With the comment lines directly above: they are about the flag.
    private static int StartOfLines(string text, int at)
    {
        var start = LineStart(text, at);
        if (!IsBlank(text, start, at))
        {
            return at;
        }

        for (var above = start; above > 0; start = above)
        {
            above = LineStart(text, above - 1);
            if (!text.Substring(above, start - above).TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }
        }

        return start;
    }

    // With the comment after it and the line break, if nothing else follows; else up to the next text.
    private static int EndOfLine(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        if (string.CompareOrdinal(text, end, "//", 0, 2) == 0)
        {
            end = RelaxedJson.EndOfComment(text, end);
        }

        return end < text.Length && text[end] is '\r' or '\n' ? text.IndexOf('\n', end) + 1 : end;
    }

    private static int? CommaAfter(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n' or '/')
        {
            at = text[at] == '/' ? RelaxedJson.EndOfComment(text, at) : at + 1;
        }

        return at < text.Length && text[at] == ',' ? at : null;
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static bool IsBlank(string text, int start, int end) =>
        string.IsNullOrWhiteSpace(text.Substring(start, end - start));
}
