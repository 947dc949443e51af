using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>A JSON value that is to be written.</summary>
internal sealed class JsonDraft
{
    private const int LongestLine = 90;

    private readonly string? _raw;
    private readonly IReadOnlyList<(string? Name, JsonDraft Value)> _elements = [];
    private readonly bool _isObject;
    private readonly bool _isOnLines;

    private JsonDraft(string raw) => _raw = raw;

    private JsonDraft(IReadOnlyList<(string?, JsonDraft)> elements, bool isObject, bool isOnLines) =>
        (_elements, _isObject, _isOnLines) = (elements, isObject, isOnLines);

    /// <summary>JSON as it is.</summary>
    public static JsonDraft Raw(string json) => new(json);

    public static JsonDraft Text(string text) => new(JsonText.Quote(text));

    /// <summary>An object in one line; a member whose value is null is left out.</summary>
    public static JsonDraft Object(params (string Name, JsonDraft? Value)[] members) =>
        new(Present(members), true, false);

    /// <summary>An object with a line for each member, where its owner has lines too.</summary>
    public static JsonDraft Lines(params (string Name, JsonDraft? Value)[] members) =>
        new(Present(members), true, true);

    /// <summary>A list: in one line, or if it is long with a line for each item.</summary>
    public static JsonDraft List(params JsonDraft[] items) =>
        new([.. items.Select(item => ((string?)null, item))], false, false);

    /// <summary>The same object with a line for each member.</summary>
    public JsonDraft OnLines() => new(_elements, _isObject, true);

    /// <summary>The text of a member.</summary>
    public static string Member(string name, JsonDraft value, JsonStyle style, string? lineStart, string unit) =>
        JsonText.Quote(name) + style.Colon + value.Write(style, lineStart, unit);

    /// <summary>The text.</summary>
    /// <param name="style">How its neighbours look.</param>
    /// <param name="lineStart">The line break and the indentation of the line in which it begins; null to write it all
    /// in one line.</param>
    /// <param name="unit">What a level adds to the indentation.</param>
    public string Write(JsonStyle style, string? lineStart, string unit)
    {
        if (_raw is not null)
            return _raw;

        var (open, close) = _isObject ? ("{", "}") : ("[", "]");
        var inOneLine = string.Join("," + style.Space, Elements(style, null, unit));
        var pad = _isObject ? style.Padding : "";
        if (lineStart is null || !(_isOnLines || inOneLine.Length > LongestLine))
            return open + pad + inOneLine + pad + close;

        var inner = lineStart + unit;
        return open + inner + string.Join("," + inner, Elements(style, inner, unit)) + lineStart + close;
    }

    private IEnumerable<string> Elements(JsonStyle style, string? lineStart, string unit) => _elements.Select(
        element => element.Name is { } name
            ? Member(name, element.Value, style, lineStart, unit)
            : element.Value.Write(style, lineStart, unit));

    private static List<(string?, JsonDraft)> Present((string Name, JsonDraft? Value)[] members) =>
        [.. members.Where(member => member.Value is not null).Select(member => ((string?)member.Name, member.Value!))];
}
