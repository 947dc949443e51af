using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>A member of a value with a misspelled name: the value is read without it, so it would be lost.</summary>
/// <param name="Member">The member.</param>
/// <param name="Path">The path to it: <c>.links[1].ulr</c>.</param>
/// <param name="Suggestion">The name in the schema.</param>
internal sealed record MisspelledMember(JsonMember Member, string Path, string Suggestion)
{
    /// <summary>The same, seen from the value that it is a part of.</summary>
    public MisspelledMember Within(string step) => this with { Path = step + Path };
}
