using Slowroll.Evaluating;

namespace Slowroll.Observing;

/// <summary>The sides of this process as they were at the last look, and which of them are different at the next
/// look.</summary>
/// <remarks>It must not be used by several threads at once.</remarks>
internal sealed class SwitchBook(Action<FlagSwitch> tell)
{
    // A clock that is adjusted slowly may go back by a smaller step.
    private const long Tolerated = TimeSpan.TicksPerSecond;

    private Look? _last;

    /// <summary>Whether there was a config.</summary>
    public bool HasBegun => _last is not null;

    /// <summary>The instant of the last look.</summary>
    public long LookedAt => _last?.UtcTicks ?? 0;

    /// <summary>When this process switches next by what is in force; the largest number if it doesn't switch.</summary>
    public long NextTicks { get; private set; } = long.MaxValue;

    /// <summary>Whether the last look was at this config and these locks.</summary>
    public bool Has(RuleBook book) => ReferenceEquals(_last?.Book, book);

    /// <summary>Compares with a config and locks that have gone into force.</summary>
    /// <param name="book">The config and the locks.</param>
    /// <param name="courses">The flags of the config.</param>
    /// <param name="untilTicks">The last instant at which flags went by what was in force before. If the clock stood
    /// still then, it is earlier than the other instant, and the time in between doesn't count.</param>
    /// <param name="utcTicks">The first instant at which flags went by the new config and locks.</param>
    public void Follow(RuleBook book, ConfigCourses courses, long untilTicks, long utcTicks)
    {
        // Other locks on the same config: its time went on.
        Advance(ReferenceEquals(_last?.Book.Snapshot, book.Snapshot) ? utcTicks : untilTicks);
        var before = _last;
        var after = new Look(book, courses, IsAdjusted(utcTicks) ? LookedAt : utcTicks);
        GoOn(after);
        if (before is null)
            return;

        foreach (var course in courses.All)
            Compare(before, after, course.Name);
        foreach (var course in before.Courses.All)
        {
            if (courses.Find(course.Name) is null)
                Compare(before, after, course.Name);
        }
    }

    /// <summary>Goes on to an instant: time has passed, or the clock was set back.</summary>
    public void Advance(long utcTicks)
    {
        if (_last is not { } before || utcTicks == before.UtcTicks || IsAdjusted(utcTicks))
            return;

        var wasSetBack = utcTicks < before.UtcTicks;
        var isDue = wasSetBack || utcTicks >= NextTicks;
        var after = before with { UtcTicks = utcTicks };
        GoOn(after);
        if (!isDue)
            return;

        foreach (var course in after.Courses.All)
        {
            var (from, to) = (before.SideOf(course), after.SideOf(course));
            if (IsSwitch(from, to))
                tell(new(course.Name, from, to, ReasonOf(course, to, wasSetBack), after.Book.Rules.ETag));
        }
    }

    private bool IsAdjusted(long utcTicks) =>
        _last is { } last && utcTicks < last.UtcTicks && utcTicks >= last.UtcTicks - Tolerated;

    private void GoOn(Look look)
    {
        _last = look;
        NextTicks = long.MaxValue;
        foreach (var course in look.Courses.All)
            NextTicks = Math.Min(NextTicks, course.NextAfter(look.UtcTicks));
    }

    private void Compare(Look before, Look after, FlagName flag)
    {
        if (before.Courses.Find(flag) is { Interpolates: true } || after.Courses.Find(flag) is { Interpolates: true })
            return;

        var (from, to) = (before.SideOf(flag), after.SideOf(flag));
        if (!IsSwitch(from, to))
            return;

        var isLock = before.Book.Locks.SideOf(flag) != after.Book.Locks.SideOf(flag);
        tell(new(flag, from, to, isLock ? SwitchReason.Lock : SwitchReason.Config, after.Book.Rules.ETag));
    }

    // From the default to 'stable' is no switch: usually the two are the same value.
    private static bool IsSwitch(Side from, Side to) => (from == Side.New) != (to == Side.New);

    private static SwitchReason ReasonOf(FlagCourse course, Side to, bool wasSetBack) =>
        wasSetBack ? SwitchReason.Clock
        : to != Side.New && course.LeavesByRollback ? SwitchReason.Rollback
        : SwitchReason.Schedule;

    /// <summary>A config and locks at an instant.</summary>
    private sealed record Look(RuleBook Book, ConfigCourses Courses, long UtcTicks)
    {
        public Side SideOf(FlagCourse course) => course.SideAt(UtcTicks, Book.Locks);

        // A flag that the config has without a 'new' is on 'stable'.
        public Side SideOf(FlagName flag) =>
            Courses.Find(flag) is { } course ? SideOf(course)
            : Courses.Snapshot.TryGetText(flag, out _) ? Side.Stable
            : Side.Default;
    }
}
