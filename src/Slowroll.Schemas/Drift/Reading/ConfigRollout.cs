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

    private IReadOnlyList<Movement?>? _movements;

    public required IReadOnlyList<string> EarlyAdopters { get; init; }

    public required IReadOnlyList<Pattern> Patterns { get; init; }

    public required string? Salt { get; init; }

    public required bool Interpolate { get; init; }

    public bool HasEarlyAdopters => EarlyAdopters.Count + Patterns.Count > 0;

    /// <summary>The schedules that hash keys go by: those of its waves, else its own; none for a canary.</summary>
    public IReadOnlyList<Schedule> Schedules =>
        Waves.Count > 0 ? [.. Waves.Select(wave => wave.Schedule)] : Schedule is null ? [] : [Schedule];

    /// <summary>When each of these schedules moves hash keys; null for one that moves nobody.</summary>
    public IReadOnlyList<Movement?> Movements => _movements ??= Waves.Count > 0
        ? [.. Waves.Select(wave => Movement.Of(wave.Schedule, Rollback, wave.Rollback))]
        : Schedule is null ? [] : [Movement.Of(Schedule, Rollback, null)];

    /// <summary>Whether a pattern matches a whole hash key.</summary>
    public bool HasPatternFor(string hashKey) =>
        Patterns.Any(pattern => pattern.PlainText == hashKey)
        || (_programs ??= PatternProgram.Compile(Patterns.Where(pattern => pattern.PlainText is null))).Any(
            program => program.IsMatch(hashKey));

    /// <summary>The rollout in the text.</summary>
    public JsonObject Fields => (JsonObject)Flag.Member.Value;

    /// <summary>A wave in the text, by its place in the list.</summary>
    public JsonObject? WaveAt(int index) =>
        (Fields.Find(RolloutFields.Waves)?.Value as JsonArray)?.Items.ElementAtOrDefault(index) as JsonObject;

    /// <summary>The place of a field's value; that of the flag's name if there is no such field.</summary>
    public TextRange RangeOf(string field) => Fields.Find(field)?.Value.Range ?? Flag.NameRange;
}
