using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>JSON to write, with the indentation that is asked for.</summary>
internal sealed class JsonOutline
{
    private readonly string? _inline;
    private readonly IReadOnlyList<(string Name, JsonOutline Value)> _members = [];

    private JsonOutline(string inline) => _inline = inline;

    private JsonOutline(IReadOnlyList<(string, JsonOutline)> members) => _members = members;

    public static JsonOutline Raw(string json) => new(json);

    public static JsonOutline Text(string text) => new(JsonText.Quote(text));

    /// <summary>An object with a line for each member.</summary>
    public static JsonOutline Object(params (string Name, JsonOutline Value)[] members) => new(members);

    /// <summary>An object in one line.</summary>
    public static JsonOutline Inline(params (string Name, JsonOutline Value)[] members) =>
        new($"{{ {string.Join(", ", members.Select(member => Member(member, "", "", "")))} }}");

    /// <summary>A member; its first line is not indented.</summary>
    /// <param name="member">The member.</param>
    /// <param name="newLine">What ends a line; empty to write it all in one.</param>
    /// <param name="indentation">The indentation of the member's line.</param>
    /// <param name="unit">The indentation that each level adds.</param>
    public static string Member(
        (string Name, JsonOutline Value) member, string newLine, string indentation, string unit) =>
        $"{JsonText.Quote(member.Name)}: {member.Value.Write(newLine, indentation, unit)}";

    private string Write(string newLine, string indentation, string unit)
    {
        if (_inline is not null)
        {
            return _inline;
        }

        var inner = indentation + unit;
        var (start, between, end) = newLine is ""
            ? (" ", ", ", " ")
            : (newLine + inner, "," + newLine + inner, newLine + indentation);
        var members = _members.Select(member => Member(member, newLine, inner, unit));
        return $"{{{start}{string.Join(between, members)}{end}}}";
    }
}
