using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>How the neighbours of a new value are written.</summary>
/// <param name="Colon">What stands between a name and its value.</param>
/// <param name="Padding">What stands inside of the braces of an object in one line.</param>
/// <param name="Space">What stands behind a comma in a line.</param>
internal sealed record JsonStyle(string Colon, string Padding, string Space)
{
    /// <summary>The style of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="neighbours">Objects in it, the nearest first.</param>
    public static JsonStyle Of(string text, params IEnumerable<JsonObject> neighbours)
    {
        var known = neighbours.Where(neighbour => neighbour.AllMembers.Count > 0).ToList();
        if (known.Count == 0)
            return new(": ", " ", " ");

        var colon = ColonOf(text, known[0].AllMembers[^1]);
        var isTight = colon == ":";

        // Where the nearest one is tight, the others don't matter.
        var rows = known.Take(isTight ? 1 : known.Count).Select(neighbour => JsonElements.Of(text, neighbour))
            .Where(row => row.LineStart() is null).ToList();
        var padding = rows.Select(row => text[row.Open..row[0].Start]).FirstOrDefault(IsOnlySpaces);
        var space = rows.Where(row => row.Count > 1).Select(row => row.SpacesBefore(row.Count - 1)).FirstOrDefault();
        return new(colon, padding ?? (isTight ? "" : " "), space ?? (isTight ? "" : " "));
    }

    private static string ColonOf(string text, JsonMember member)
    {
        var between = text[member.NameRange.End..member.Value.Range.Start];
        return between.All(letter => letter is ':' || Trivia.IsSpace(letter)) ? between : ": ";
    }

    private static bool IsOnlySpaces(string text) => text.All(Trivia.IsSpace);
}
