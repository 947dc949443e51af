using Slowroll.Evaluating;

namespace Slowroll.Observing;

/// <summary>The sides of this process as they were at the last look, and which of them are different at the next
/// look.</summary>
/// <remarks>It must not be used by several threads at once.</remarks>
internal sealed class SwitchBook(Action<FlagSwitch> tell)
{
    // A clock that is adjusted slowly may go back by a smaller step.
    private const long Tolerated = TimeSpan.TicksPerSecond;

    private RuleBook? _inForce;
    private ConfigCourses? _courses;

    /// <summary>Whether there was a config.</summary>
    public bool HasBegun => _inForce is not null;

    /// <summary>The instant of the last look.</summary>
    public long LookedAt { get; private set; }

    /// <summary>When this process switches next by what is in force; the largest number if it doesn't switch.</summary>
    public long NextTicks { get; private set; } = long.MaxValue;

    /// <summary>Compares with a config and locks that have gone into force at an instant.</summary>
    public void Follow(RuleBook book, ConfigCourses courses, long utcTicks)
    {
        if (_inForce is { } before && _courses is { } old)
        {
            Advance(utcTicks);
            foreach (var course in courses.All)
                Compare(before, old, book, courses, course.Name);
            foreach (var course in old.All)
            {
                if (courses.Find(course.Name) is null)
                    Compare(before, old, book, courses, course.Name);
            }
        }
        else
        {
            LookedAt = utcTicks;
        }

        (_inForce, _courses) = (book, courses);
        NextTicks = NextAfter(LookedAt);
    }

    /// <summary>Goes on to an instant: time has passed, or the clock was set back.</summary>
    public void Advance(long utcTicks)
    {
        if (_inForce is not { } inForce || _courses is not { } courses)
            return;

        var wasSetBack = utcTicks < LookedAt - Tolerated;
        if (!wasSetBack && utcTicks <= LookedAt)
            return;

        if (wasSetBack || utcTicks >= NextTicks)
        {
            foreach (var course in courses.All)
            {
                var (from, to) = (course.SideAt(LookedAt, inForce.Locks), course.SideAt(utcTicks, inForce.Locks));
                if (IsSwitch(from, to))
                    tell(new(course.Name, from, to, ReasonOf(course, to, wasSetBack), inForce.Rules.ETag));
            }
        }

        LookedAt = utcTicks;
        NextTicks = NextAfter(utcTicks);
    }

    private void Compare(
        RuleBook before, ConfigCourses old, RuleBook after, ConfigCourses next, FlagName flag)
    {
        if (old.Find(flag) is { Interpolates: true } || next.Find(flag) is { Interpolates: true })
            return;

        var (from, to) = (SideOf(flag, before, old), SideOf(flag, after, next));
        if (!IsSwitch(from, to))
            return;

        var isLock = before.Locks.SideOf(flag) != after.Locks.SideOf(flag);
        tell(new(flag, from, to, isLock ? SwitchReason.Lock : SwitchReason.Config, after.Rules.ETag));
    }

    // A flag that the config has without a 'new' is on 'stable'.
    private Side SideOf(FlagName flag, RuleBook book, ConfigCourses courses) =>
        courses.Find(flag) is { } course ? course.SideAt(LookedAt, book.Locks)
        : courses.Snapshot.TryGetText(flag, out _) ? Side.Stable
        : Side.Default;

    // From the default to 'stable' is no switch: usually the two are the same value.
    private static bool IsSwitch(Side from, Side to) => (from == Side.New) != (to == Side.New);

    private static SwitchReason ReasonOf(FlagCourse course, Side to, bool wasSetBack) =>
        wasSetBack ? SwitchReason.Clock
        : to != Side.New && course.LeavesByRollback ? SwitchReason.Rollback
        : SwitchReason.Schedule;

    private long NextAfter(long utcTicks)
    {
        var next = long.MaxValue;
        foreach (var course in _courses!.All)
            next = Math.Min(next, course.NextAfter(utcTicks));
        return next;
    }
}
