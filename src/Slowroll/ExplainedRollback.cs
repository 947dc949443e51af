using Slowroll.Texts;

namespace Slowroll;

/// <summary>What takes <c>new</c> back from a hash key's wave, or from the flag. Where the flag and the wave have a
/// rollback each, both count: this is what they do together.</summary>
public sealed record ExplainedRollback
{
    /// <summary>From this instant on nobody newly gets <c>new</c>.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>By this instant everybody has gone back to <c>stable</c>; null for never. The same as
    /// <see cref="From"/> where they go at once, or where nobody had <c>new</c>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the instant of the answer is <see cref="From"/> or later.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether the flag has a rollback, which covers everybody.</summary>
    public bool IsOfFlag { get; init; }

    /// <summary>Whether the wave of the hash key has one.</summary>
    public bool IsOfWave { get; init; }

    /// <summary>As in <c>rollback of the flag from Tuesday 2030-03-05 10:00Z, everybody is back by Tuesday 2030-03-05
    /// 11:00Z</c>.</summary>
    public override string ToString() =>
        $"rollback of {Owner} from {InstantText.Of(From)}, everybody is back "
            + (Until is { } until ? $"by {InstantText.Of(until)}" : "never");

    private string Owner => !IsOfWave ? "the flag" : IsOfFlag ? "the flag and of the wave" : "the wave";
}
