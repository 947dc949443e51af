using Slowroll.Grammar;
using Slowroll.Patterns;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>A flag that has <c>new</c> and can be read.</summary>
internal sealed record ConfigRollout
{
    public required ConfigFlag Flag { get; init; }

    public required JsonNode Stable { get; init; }

    public required JsonNode New { get; init; }

    /// <summary>Null for a canary.</summary>
    public required Schedule? Schedule { get; init; }

    /// <summary>What the config says of all flags.</summary>
    public required ConfigSettings Settings { get; init; }

    /// <summary>Its waves; empty for none.</summary>
    public required IReadOnlyList<WaveParts> Waves { get; init; }

    /// <summary>The flag's own rollback; null without one.</summary>
    public required Rollback? Rollback { get; init; }

    // Most rollouts are only read; few are asked for a hash key.
    private PatternProgram[]? _programs;

    public required IReadOnlyList<string> EarlyAdopters { get; init; }

    public required IReadOnlyList<Pattern> Patterns { get; init; }

    public required string? Salt { get; init; }

    public required bool Interpolate { get; init; }

    public bool HasEarlyAdopters => EarlyAdopters.Count + Patterns.Count > 0;

    /// <summary>Whether a pattern matches a whole hash key.</summary>
    public bool HasPatternFor(string hashKey) =>
        Patterns.Any(pattern => pattern.PlainText == hashKey)
        || (_programs ??= PatternProgram.Compile(Patterns.Where(pattern => pattern.PlainText is null))).Any(
            program => program.IsMatch(hashKey));

    /// <summary>The place of a field's value; that of the flag's name if there is no such field.</summary>
    public TextRange RangeOf(string field) =>
        (Flag.Member.Value as JsonObject)?.Find(field)?.Value.Range ?? Flag.NameRange;
}
