namespace Slowroll.Rollouts;

/// <summary>A step as a config says it: the share goes somewhere, and stays there.</summary>
/// <param name="To">Where the share goes.</param>
/// <param name="Over">How much time has to count meanwhile, in microseconds; 0 for at once.</param>
/// <param name="Hold">How long it stays there, in microseconds.</param>
internal readonly record struct ScheduleStep(Percentage To, long Over, long Hold);

/// <summary>From the steps of a config to the segments of a schedule: finds out when each step begins and
/// ends.</summary>
/// <remarks>This file is compiled into the runtime and into the build-time half.</remarks>
internal static class ScheduleSteps
{
    /// <summary>The schedule of some steps.</summary>
    /// <param name="start">When the flag's schedule starts, in microseconds since the year 1.</param>
    /// <param name="after">How much later the first step begins, in microseconds.</param>
    /// <param name="from">The share until then.</param>
    /// <param name="steps">At least one. Their shares go in one direction.</param>
    /// <param name="hours">The hours in which the share may rise; null for day and night.</param>
    /// <param name="hoursUntil">From this instant on no hours apply.</param>
    /// <param name="freezes">The times in which it doesn't rise, and no hold goes by.</param>
    public static Schedule Build(
        long start, long after, Percentage from, IReadOnlyList<ScheduleStep> steps, WeeklyHours? hours, long hoursUntil,
        IReadOnlyList<Freeze> freezes)
    {
        // Hours and freezes hold back what is new: a share that falls takes no notice of them.
        var isFalling = steps[steps.Count - 1].To.Billionths < from.Billionths;
        var moving = isFalling ? OpenTime.Always : OpenTime.Of(hours, hoursUntil, freezes);
        var holding = isFalling ? OpenTime.Always : OpenTime.Of(null, 0, freezes);

        var segments = new Segment[steps.Count];
        var begin = holding.EndOf(start, after);
        for (var i = 0; i < segments.Length; i++)
        {
            var step = steps[i];
            segments[i] = new(from, step.To, begin, step.Over, EndOf(begin, from, step, moving), moving);
            (begin, from) = (holding.EndOf(segments[i].End, step.Hold), step.To);
        }

        return new Schedule(segments) { FlagStart = start };
    }

    // A jump comes at the first open instant, and what follows begins there; a step that goes nowhere has nothing to
    // wait for.
    private static long EndOf(long begin, Percentage from, ScheduleStep step, OpenTime time) =>
        step.Over == 0 && step.To != from ? time.FirstOpenAfter(begin, 0) : time.EndOf(begin, step.Over);
}
