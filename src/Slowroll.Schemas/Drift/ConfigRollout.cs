using System.Text.RegularExpressions;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift;

/// <summary>A flag that has <c>new</c> and can be read.</summary>
internal sealed record ConfigRollout
{
    public required ConfigFlag Flag { get; init; }

    public required JsonNode Stable { get; init; }

    public required JsonNode New { get; init; }

    /// <summary>Null for a canary.</summary>
    public required Schedule? Schedule { get; init; }

    public required IReadOnlyList<string> EarlyAdopters { get; init; }

    public required IReadOnlyList<AdopterMatch> Patterns { get; init; }

    public required string? Salt { get; init; }

    public required bool Interpolate { get; init; }

    public bool HasEarlyAdopters => EarlyAdopters.Count + Patterns.Count > 0;

    /// <summary>Where a field's value stands; the flag's name where there is no such field.</summary>
    public TextRange RangeOf(string field) =>
        (Flag.Member.Value as JsonObject)?.Find(field)?.Value.Range ?? Flag.NameRange;
}

/// <summary>A pattern of early adopters.</summary>
/// <param name="Text">As written.</param>
/// <param name="Regex">For whole keys.</param>
internal sealed record AdopterMatch(string Text, Regex Regex);
