namespace Slowroll.Rollouts;

/// <summary>What a schedule does at an instant.</summary>
internal enum SchedulePhase
{
    /// <summary>Its first step has not begun.</summary>
    Waiting,

    /// <summary>The share goes along a step, or would if time were open.</summary>
    Moving,

    /// <summary>The share stays where a step has led it, until the next step.</summary>
    Held,

    /// <summary>The last step is over.</summary>
    Over,
}

/// <summary>A time in which a schedule waits for nothing but open time.</summary>
/// <param name="Freeze">The freeze, of several the one that ends last; null outside of the hours.</param>
/// <param name="Until">When it goes on, in microseconds since the year 1, or <see cref="OpenTime.Never"/>.</param>
internal readonly record struct Standstill(Freeze? Freeze, long Until);

/// <summary>Where a schedule stands at an instant, without regard to rollbacks: what there is to tell people who ask.
/// </summary>
/// <remarks>Instants are in microseconds since the year 1, or <see cref="OpenTime.Never"/>. This file is compiled into
/// the runtime and into the build-time half.</remarks>
internal sealed record ScheduleState
{
    /// <summary>The share on <c>new</c>.</summary>
    public Share Share { get; private init; }

    /// <summary>What it does.</summary>
    public SchedulePhase Phase { get; private init; }

    /// <summary>The place of the step among all, from 0: the one that began last, or the first one that will.</summary>
    public int Step { get; private init; }

    /// <summary>The share that the step begins with.</summary>
    public Percentage From { get; private init; }

    /// <summary>The share that the step leads to.</summary>
    public Percentage To { get; private init; }

    /// <summary>Since when the phase goes on; null before the first step.</summary>
    public long? Since { get; private init; }

    /// <summary>When the phase ends.</summary>
    public long Until { get; private init; }

    /// <summary>Why and until when it stands still, although it would move or a hold would go by; else null.</summary>
    public Standstill? Standstill { get; private init; }

    /// <summary>When the last step is over, with all hours and freezes.</summary>
    public long End { get; private init; }

    /// <summary>The next instant at which anything of this changes but the share.</summary>
    public long Next { get; private init; }

    /// <summary>Where a schedule stands. Costs a look at each step and each freeze.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="utcTicks">The instant.</param>
    public static ScheduleState At(Schedule schedule, long utcTicks)
    {
        var instant = utcTicks / Schedule.TicksPerMicrosecond;
        var segments = schedule.Segments;
        var step = 0;
        while (step + 1 < segments.Length && instant >= segments[step + 1].Start)
            step++;

        var segment = segments[step];
        var next = step + 1 < segments.Length ? segments[step + 1].Start : segment.End;
        var goesNowhere = segment.From == segment.To;
        var (phase, since, until) =
            instant < segment.Start ? (SchedulePhase.Waiting, null, segment.Start)
            : instant < segment.End && !goesNowhere ? (SchedulePhase.Moving, segment.Start, segment.End)
            : instant < next ? (SchedulePhase.Held, goesNowhere ? segment.Start : segment.End, next)
            : (SchedulePhase.Over, (long?)segment.End, OpenTime.Never);

        // Hours hold back what moves; a hold and the time before a wave stand still only in freezes.
        var needsHours = phase != SchedulePhase.Waiting && instant < segment.End;
        var standstill = phase == SchedulePhase.Over ? null
            : needsHours ? InHours(segment.Time, instant)
            : instant >= schedule.FlagStart ? InFreeze(segment.Time, instant)
            : null;
        var closes = phase == SchedulePhase.Over ? OpenTime.Never
            : standstill is { } still ? still.Until
            : needsHours ? segment.Time.ClosesAfter(instant)
            : segment.Time.NextFreezeAfter(Math.Max(instant, schedule.FlagStart));
        return new()
        {
            Share = schedule.ShareAt(utcTicks),
            Phase = phase,
            Step = step,
            From = segment.From,
            To = segment.To,
            Since = since,
            Until = until,
            Standstill = standstill,
            End = schedule.End,
            Next = Math.Min(closes, needsHours ? segment.End : until),
        };
    }

    private static Standstill? InHours(OpenTime time, long instant) => time.RunAt(instant).IsOpen
        ? null
        : new(time.FreezeAt(instant), time.FirstOpenAfter(instant, 0));

    private static Standstill? InFreeze(OpenTime time, long instant) => time.FreezeAt(instant) is { } freeze
        ? new(freeze, time.UnfrozenFrom(instant))
        : null;
}
