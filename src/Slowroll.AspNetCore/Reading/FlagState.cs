using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Rollouts;

namespace Slowroll.AspNetCore.Reading;

/// <summary>What a flag does at an instant, for the order of the page.</summary>
internal enum FlagKind
{
    /// <summary>Somebody changes sides now or later on.</summary>
    Moving,

    /// <summary>It would move, but a freeze without <c>until</c> holds it.</summary>
    Stopped,

    /// <summary>It can't be read.</summary>
    Invalid,

    /// <summary>A rollback has taken it back.</summary>
    TakenBack,

    /// <summary>Its schedule is over.</summary>
    Ended,

    /// <summary>It has no schedule that moves anybody, but maybe early adopters.</summary>
    Unscheduled,

    /// <summary>It has no <c>new</c>.</summary>
    WithoutNew,
}

/// <summary>A flag at an instant.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Plan">Where its groups stand; null where it has no rollout.</param>
internal sealed record FlagState(ReadFlag Flag, FlagKind Kind, PlannedFlag? Plan)
{
    /// <summary>When something happens to it next, in microseconds since the year 1.</summary>
    public long Next { get; } = Plan?.Groups.Min(group => group.Next?.At ?? OpenTime.Never) ?? OpenTime.Never;

    /// <summary>Whether it is shown with a chart.</summary>
    public bool HasChart => Kind is FlagKind.Moving or FlagKind.Stopped;

    /// <summary>The same for the page, if it has a rollout.</summary>
    public FlagMoves? Moves => Plan is null ? null : FlagMoves.Of(Plan);

    /// <summary>A flag of a config at an instant.</summary>
    public static FlagState Of(ReadConfig config, ReadFlag flag, long at)
    {
        if (flag.Rollout is not { } rollout)
            return new(flag, flag.Faults.Count > 0 ? FlagKind.Invalid : FlagKind.WithoutNew, null);

        var plan = config.Plan(rollout, at);
        var kind = plan.Outlook switch
        {
            FlagOutlook.Moves => FlagKind.Moving,
            FlagOutlook.Stopped => FlagKind.Stopped,
            FlagOutlook.TakenBack => FlagKind.TakenBack,
            FlagOutlook.Ended => FlagKind.Ended,
            _ => FlagKind.Unscheduled,
        };
        return new(flag, kind, plan);
    }
}
