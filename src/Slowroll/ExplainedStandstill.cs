using Slowroll.Texts;

namespace Slowroll;

/// <summary>Why a schedule stands still at a time at which it would move, or at which a <c>hold</c> would go
/// by.</summary>
/// <remarks>A <c>hold</c> is none: it is a part of the schedule, see <see cref="StepPhase.Held"/>.</remarks>
public sealed record ExplainedStandstill
{
    private readonly string? _reason;

    /// <summary>Whether a freeze is the cause, be it outside of the hours too; else only the hours are.</summary>
    public bool IsFreeze { get; init; }

    /// <summary>When the schedule goes on, with all hours and freezes; null while there is no end, as for a freeze
    /// without <c>until</c>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The <c>reason</c> of the freeze, on one line and safe to print; of several freezes that of the one that
    /// ends last. Null where there is none.</summary>
    public string? Reason
    {
        get => _reason;
        init => _reason = value is null ? null : OneLine.Message(value, OneLine.Longest);
    }

    /// <summary>As in <c>stands still until Friday 2031-01-03 08:00Z (freeze: end of the year)</c>.</summary>
    public override string ToString() =>
        $"stands still {(Until is { } until ? $"until {InstantText.Of(until)}" : "without an end")} ({Cause})";

    private string Cause => !IsFreeze ? "outside of the hours" : Reason is null ? "freeze" : $"freeze: {Reason}";
}
