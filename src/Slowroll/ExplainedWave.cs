using Slowroll.Texts;

namespace Slowroll;

/// <summary>The wave of a flag that a hash key is in.</summary>
public sealed record ExplainedWave
{
    private readonly string? _audience;

    /// <summary>Its place in the flag's <c>waves</c>, from 0 up to but not including <see cref="Count"/>.</summary>
    public int Index { get; init; }

    /// <summary>How many waves the flag has; 1 or more.</summary>
    public int Count { get; init; }

    /// <summary>The name of its audience, on one line and safe to print; null for a wave that contains all hash
    /// keys.</summary>
    public string? Audience
    {
        get => _audience;
        init => _audience = value is null ? null : OneLine.Message(value, OneLine.Longest);
    }

    /// <summary>As in <c>wave 2 of 3 (eu)</c>.</summary>
    public override string ToString() =>
        $"wave {Index + 1} of {Count}{(Audience is null ? "" : $" ({Audience})")}";
}
