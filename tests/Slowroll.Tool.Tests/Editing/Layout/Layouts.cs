namespace Slowroll.Tool.Tests.Editing.Layout;

/// <summary>Objects in the many ways in which people and programs lay them out.</summary>
internal static class Layouts
{
    private static readonly string[] Members =
        ["\"a\"{0}1", "\"\\u0062 \\\"\"{0}[ 1,2 ]", "\"😀\"{0}{{ \"c\":\"}},\" }}"];

    private static readonly string[] NewLines = ["", " ", "\n", "\r\n", "\r", "\n\n"];
    private static readonly string[] Indentations = ["", "  ", "\t", "    "];
    private static readonly string[] Colons = [": ", ":", " : "];
    private static readonly string[] Commas = [",", " ,", "/* , */,"];
    private static readonly string[] Ends =
        ["", ",", " ,", " /* e */", ", /* e */", "/* e */ ,", "// e\n", ", // e\n", "\n  // e\n"];
    private static readonly string[] Opens = ["", "/* o */", "// o\n"];
    private static readonly int[] Counts = [0, 1, 2, 3];

    /// <summary>All of them. None has a member <c>x</c>.</summary>
    public static IEnumerable<string> All =>
        from newLine in NewLines
        from indentation in newLine.Trim(' ').Length == 0 ? Indentations[..1] : Indentations
        from colon in Colons
        from comma in Commas
        from end in Ends
        from open in Opens
        from count in Counts
        where count > 0 || end.Trim(',', ' ') == end
        where !IsSpaceAlone(newLine, open, end, count)
        select Of(newLine, indentation, colon, comma, end, open, count);

    private static string Of(
        string newLine, string indentation, string colon, string comma, string end, string open, int count) =>
        "{" + open + string.Join(comma, Members.Take(count).Select(member =>
            newLine + indentation + string.Format(System.Globalization.CultureInfo.InvariantCulture, member, colon)))
            + end + newLine + "}";

    // Between brackets without anything else, a space isn't kept.
    private static bool IsSpaceAlone(string newLine, string open, string end, int count) =>
        count == 0 && newLine == " " && open.Length + end.Length == 0;
}
