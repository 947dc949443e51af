using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>An object or a list in a text, as a row of elements: members with their names, or items.</summary>
internal sealed class JsonElements
{
    private readonly string _text;
    private readonly IReadOnlyList<TextRange> _all;

    private JsonElements(string text, JsonNode container, IReadOnlyList<TextRange> all)
    {
        (_text, Range, _all) = (text, container.Range, all);
        IsObject = container is JsonObject;
    }

    public static JsonElements Of(string text, JsonNode container) => new(text, container, container switch
    {
        JsonObject owner =>
            [.. owner.AllMembers.Select(member => new TextRange(member.NameRange.Start, member.Value.Range.End))],
        _ => [.. ((JsonArray)container).Items.Select(item => item.Range)],
    });

    /// <summary>The place of the object or list.</summary>
    public TextRange Range { get; }

    public bool IsObject { get; }

    public int Count => _all.Count;

    /// <summary>The first position inside.</summary>
    public int Open => Range.Start + 1;

    /// <summary>The position of the closing bracket.</summary>
    public int Close => Range.End - 1;

    public TextRange this[int index] => _all[index];

    /// <summary>The line break and indentation with which an element begins; null if it is in the line of what is
    /// before it.</summary>
    public string? LineStartOf(int index) =>
        Trivia.LineStart(_text, index == 0 ? Open : _all[index - 1].End, _all[index].Start);

    /// <summary>The line break and indentation of a new line in it; null where it is all in one line.</summary>
    public string? LineStart()
    {
        for (var index = _all.Count - 1; index >= 0; index--)
        {
            if (LineStartOf(index) is { } own)
                return own;
        }

        return null;
    }

    /// <summary>The line break and indentation of a new line in it, whatever it looks like.</summary>
    public string NewLine() => LineStart() ?? Trivia.LineBreakOf(_text)
        + Trivia.IndentationAt(_text, Range.Start) + Trivia.IndentationUnitOf(_text);

    /// <summary>What a level adds to the indentation of its elements.</summary>
    public string IndentationUnit()
    {
        var outer = Trivia.IndentationAt(_text, Range.Start);
        return LineStart()?.TrimStart('\r', '\n') is { } inner
            && inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal)
            ? inner[outer.Length..]
            : Trivia.IndentationUnitOf(_text);
    }

    /// <summary>The spaces before an element of the same line.</summary>
    public string SpacesBefore(int index) => _text[Trivia.BeforeSpaces(_text, _all[index].Start).._all[index].Start];
}
