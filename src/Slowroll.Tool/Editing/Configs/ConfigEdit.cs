using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>An edit that isn't written yet.</summary>
/// <param name="Text">The whole new text.</param>
/// <param name="Changes">What it changes.</param>
internal sealed record ConfigEdit(string Text, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The flag as it was; null for an edit of the settings.</summary>
    public ConfigFlag? Flag { get; init; }

    /// <summary>What the edit leads to, told by the edited config.</summary>
    public required Func<ConfigDocument, EditEffect> Effect { get; init; }
}

/// <summary>What an edit leads to. Instants are in microseconds since the year 1.</summary>
/// <param name="Sentences">For people.</param>
internal sealed record EditEffect(params IReadOnlyList<string> Sentences)
{
    /// <summary>From when on; null for no single instant.</summary>
    public long? From { get; init; }

    /// <summary>Until when, or never; null for no single instant.</summary>
    public long? Until { get; init; }

    /// <summary>The shares on <c>new</c> at <see cref="From"/>, by group.</summary>
    public IReadOnlyList<GroupShare> Shares { get; init; } = [];

    /// <summary>The share of all that may go back, in per cent.</summary>
    public double? GoesBack { get; init; }

    /// <summary>The flags that move although the config is frozen.</summary>
    public IReadOnlyList<string>? KeepMoving { get; init; }

    /// <summary>The flags that stand still, or go on.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}

/// <summary>The share of a group of hash keys.</summary>
/// <param name="Group">Who they are, for a message.</param>
/// <param name="Percent">How many of them are on <c>new</c>, in per cent.</param>
internal sealed record GroupShare(string Group, double Percent);
