using Slowroll.Charts;
using Slowroll.Planning.Flags;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Page;

/// <summary>The line of a course over the time of the page.</summary>
internal sealed class LineTrace
{
    // A line with more corners is a picture of nothing; it is drawn from looks at equal distances.
    private const int MostCorners = 1_500;
    private const int Looks = 500;

    // What a picture can't show is one point.
    private const double Jump = 0.01;

    private readonly Course _course;
    private readonly PageTimeline _timeline;
    private readonly List<SharePoint> _points = [];
    private readonly List<HeldTime> _held = [];
    private readonly List<Stretch> _still = [];
    private readonly List<Stretch> _moving = [];

    private LineTrace(Course course, PageTimeline timeline) => (_course, _timeline) = (course, timeline);

    /// <summary>Its corners.</summary>
    public IReadOnlyList<SharePoint> Points => _points;

    /// <summary>When its schedule holds it.</summary>
    public IReadOnlyList<HeldTime> Held => _held;

    /// <summary>When it would move, or a hold would go by, and may not.</summary>
    public IReadOnlyList<Stretch> Still => _still;

    /// <summary>When it moves.</summary>
    public IReadOnlyList<Stretch> Moving => _moving;

    /// <summary>The instants at which it changes direction; empty where they are too many.</summary>
    public IReadOnlyList<long> Corners { get; private set; } = [];

    /// <summary>Whether the share is the same all the time.</summary>
    public bool IsFlat => _points.TrueForAll(point => point.Percent == _points[0].Percent);

    /// <summary>The line of a course.</summary>
    public static LineTrace Of(Course course, PageTimeline timeline)
    {
        LineTrace line = new(course, timeline);
        var moments = CourseWalk.From(course, timeline.From)
            .TakeWhile(moment => moment.At <= timeline.Until)
            .Take(MostCorners + 1)
            .ToList();
        if (moments.Count > MostCorners)
            line.Look();
        else
            line.Follow(moments);
        return line;
    }

    /// <summary>An instant that is given in microseconds since the year 1.</summary>
    public static DateTimeOffset InstantOf(long microseconds) => new(Schedule.InstantOf(microseconds));

    private void Follow(List<CourseMoment> moments)
    {
        Add(_timeline.From);
        for (var i = 0; i < moments.Count; i++)
        {
            var (at, state) = moments[i];
            var until = i + 1 < moments.Count ? moments[i + 1].At : _timeline.Until;
            if (i > 0)
                AddCorner(at);
            if (state is { Standstill: not null })
                _still.Add(new(at, until));
            else if (state is { Phase: SchedulePhase.Moving } or null)
                _moving.Add(new(at, until));
            if (state is { Phase: SchedulePhase.Held })
                _held.Add(new(InstantOf(at), InstantOf(until), ShareAt(at)));
        }

        Add(_timeline.Until);
        Corners = [.. moments.Skip(1).Select(moment => moment.At)];
    }

    private void AddCorner(long at)
    {
        var (before, after) = (ShareAt(at - 1), ShareAt(at));
        _points.Add(new(InstantOf(at), before));
        if (Math.Abs(after - before) > Jump)
            _points.Add(new(InstantOf(at), after));
    }

    private void Add(long at) => _points.Add(new(InstantOf(at), ShareAt(at)));

    private void Look()
    {
        var (from, until) = (InstantOf(_timeline.From), InstantOf(_timeline.Until));
        _points.AddRange(ShareCurve.Trace(from, until, Looks, at => ShareAt(Schedule.MicrosecondsOf(at.UtcDateTime))));
        _still.AddRange(ShareCurve
            .TraceClosed(
                from, until, Looks, at => ScheduleState.At(_course.Schedule!, at.UtcTicks).Standstill is not null)
            .Select(closed => new Stretch(
                Schedule.MicrosecondsOf(closed.From.UtcDateTime), Schedule.MicrosecondsOf(closed.Until.UtcDateTime))));
    }

    private double ShareAt(long at) => GroupState.PercentAt(_course, at);
}
