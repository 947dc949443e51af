using Slowroll.Patterns;
using Slowroll.Rollouts;

namespace Slowroll.Grammar;

/// <summary>What a flag's text says, field by field. It counts only as far as no fault was found.</summary>
internal sealed record RolloutParts<TValue>
{
    public required TValue Stable { get; init; }

    /// <summary>The same as <see cref="Stable"/> where there is no <c>new</c>.</summary>
    public required TValue New { get; init; }

    /// <summary>Without <c>new</c> no other field is looked at, as the original has it.</summary>
    public bool HasNew { get; init; }

    /// <summary>Whether it names early adopters, be it none.</summary>
    public bool HasEarlyAdopters { get; init; }

    public IReadOnlyList<string> EarlyAdopters { get; init; } = [];

    public IReadOnlyList<Pattern> Patterns { get; init; } = [];

    /// <summary>What of the early adopters is passed over, in a sentence; null where nothing is.</summary>
    public string? PassedOver { get; init; }

    public string? Salt { get; init; }

    public bool Interpolate { get; init; }

    /// <summary>Null where there is none, or none that can be read.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>The waves, each with its schedule; empty where there are none.</summary>
    public IReadOnlyList<WaveParts> Waves { get; init; } = [];

    /// <summary>The rollback of the flag, which covers everybody; null without one.</summary>
    public Rollback? Rollback { get; init; }
}
