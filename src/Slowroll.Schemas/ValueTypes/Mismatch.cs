using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>The innermost part of a value that has the wrong type.</summary>
/// <param name="Part">The part.</param>
/// <param name="Path">The path to it: <c>.links[1]</c>; empty for the value itself.</param>
/// <param name="Wanted">What is expected there.</param>
internal sealed record Mismatch(JsonNode Part, string Path, string Wanted)
{
    /// <summary>The place to report.</summary>
    public TextRange Range { get; init; } = Part.Range;

    /// <summary>The same, seen from the value that it is a part of.</summary>
    public Mismatch Within(string step) => this with { Path = step + Path };
}
