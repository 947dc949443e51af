using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Says in words what a schedule does, and what happens between two moments of it.</summary>
internal static class ScheduleWords
{
    /// <summary>What it does at an instant, without a full stop.</summary>
    /// <param name="state">Its state then.</param>
    /// <param name="isFalling">Whether it only falls.</param>
    public static string Now(ScheduleState state, bool isFalling)
    {
        var share = PageText.Percent(ShareOf(state));
        var (from, to) = (PageText.Percent(state.From.ToDouble()), PageText.Percent(state.To.ToDouble()));
        var phase = state.Phase switch
        {
            SchedulePhase.Waiting => $"{share}; {Moves(isFalling)} from {PageText.Instant(state.Until)} on",
            SchedulePhase.Moving => $"{share}, on the way from {from} to {to}, which it {Reaches(state.Until)}",
            SchedulePhase.Held => $"{share}, held until {PageText.Instant(state.Until)}",
            _ => $"{share} since {PageText.Instant(state.Since ?? state.End)}, where it stays",
        };
        var still = state.Standstill is { } standstill ? $"; stands still {UntilWhen(standstill)}" : "";
        var end = state.Phase == SchedulePhase.Over ? ""
            : state.End == state.Until ? ""
            : state.End == OpenTime.Never ? "; never ends"
            : $"; ends {PageText.Instant(state.End)}";
        return phase + still + end;
    }

    /// <summary>What happens at a moment, as the rest of a sentence about the flag; null for nothing that people would
    /// notice.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state from the moment on.</param>
    /// <param name="isFalling">Whether it only falls.</param>
    public static string? Event(ScheduleState before, ScheduleState after, bool isFalling)
    {
        var to = PageText.Percent(after.To.ToDouble());
        var hasBegun = before.Phase == SchedulePhase.Waiting && after.Phase != SchedulePhase.Waiting;
        if (hasBegun || before.Step != after.Step)
        {
            return after.Phase switch
            {
                SchedulePhase.Moving => after.Standstill is { } waits
                    ? $"would begin to {Move(isFalling)} to {to}, and stands still {UntilWhen(waits)}"
                    : $"begins to {Move(isFalling)} from {PageText.Percent(ShareOf(after))} to {to}",
                SchedulePhase.Held => $"goes to {to} at once, and stays there until {PageText.Instant(after.Until)}",
                _ => $"goes to {to} at once, and is at its end",
            };
        }

        if (before.Phase != after.Phase)
        {
            return after.Phase == SchedulePhase.Held
                ? $"reaches {to}, and stays there until {PageText.Instant(after.Until)}"
                : $"is at its end, {to}";
        }

        return (before.Standstill, after.Standstill) switch
        {
            (_, { } still) when still != before.Standstill =>
                $"stands still at {PageText.Percent(ShareOf(after))} {UntilWhen(still)}",
            ({ }, null) => after.Phase == SchedulePhase.Moving
                ? $"goes on from {PageText.Percent(ShareOf(after))}"
                : "is no longer frozen",
            _ => null,
        };
    }

    private static string UntilWhen(Standstill standstill)
    {
        var end = standstill.Until == OpenTime.Never ? "somebody ends it" : PageText.Instant(standstill.Until);
        return $"until {end} ({Cause(standstill)})";
    }

    private static string Cause(Standstill standstill) => standstill.Freeze switch
    {
        null => "outside of the hours",
        { Reason: { } reason } => $"freeze: {OneLine.Of(reason)}",
        _ => "freeze",
    };

    private static string Reaches(long until) =>
        until == OpenTime.Never ? "never reaches" : $"reaches {PageText.Instant(until)}";

    private static string Moves(bool isFalling) => isFalling ? "falls" : "rises";

    private static string Move(bool isFalling) => isFalling ? "fall" : "rise";

    private static double ShareOf(ScheduleState state) =>
        100 * (ToDouble(state.Share.Numerator) / ToDouble(state.Share.Denominator));

    private static double ToDouble(Wide number) => number.High * 18_446_744_073_709_551_616.0 + number.Low;
}
