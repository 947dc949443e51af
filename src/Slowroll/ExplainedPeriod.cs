using Slowroll.Texts;

namespace Slowroll;

/// <summary>When a hash key is on <c>new</c> by this config, to the microsecond. There is one such period at
/// most.</summary>
/// <remarks>It takes no notice of ramps that stand still because the config is too old, see
/// <see cref="Evaluation{T}.RampsStoppedAt"/>.</remarks>
public sealed record ExplainedPeriod
{
    /// <summary>The first instant on <c>new</c>, in the past or in the future; null where it always was.</summary>
    public DateTimeOffset? EntersAt { get; init; }

    /// <summary>The first instant after it, when a rollback or a share that falls takes <c>new</c> back; null where it
    /// stays.</summary>
    public DateTimeOffset? LeavesAt { get; init; }

    /// <summary>As in <c>from Monday 2030-03-04 09:00Z until Tuesday 2030-03-05 10:00Z</c>.</summary>
    public override string ToString() => (EntersAt, LeavesAt) switch
    {
        (null, null) => "always",
        ({ } enters, null) => $"from {InstantText.Of(enters)}",
        (null, { } leaves) => $"until {InstantText.Of(leaves)}",
        ({ } enters, { } leaves) => $"from {InstantText.Of(enters)} until {InstantText.Of(leaves)}",
    };
}
