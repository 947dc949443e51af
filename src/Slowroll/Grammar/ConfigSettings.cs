using Slowroll.Patterns;
using Slowroll.Rollouts;

namespace Slowroll.Grammar;

/// <summary>What a config says of all its flags together: the member <c>$slowroll</c> of its root.</summary>
internal sealed record ConfigSettings
{
    /// <summary>A config without settings.</summary>
    public static ConfigSettings None { get; } = new();

    /// <summary>The audiences that waves name, by their names.</summary>
    public IReadOnlyDictionary<string, AudienceParts> Audiences { get; init; } =
        new Dictionary<string, AudienceParts>();

    /// <summary>The hours in which shares may rise, for flags that have none of their own; null for day and
    /// night.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>The freezes of all flags.</summary>
    public IReadOnlyList<Freeze> Freezes { get; init; } = [];
}

/// <summary>An audience as the config says it.</summary>
/// <param name="Keys">Hash keys by name.</param>
/// <param name="Patterns">Hash keys by pattern.</param>
internal sealed record AudienceParts(IReadOnlyList<string> Keys, IReadOnlyList<Pattern> Patterns);
