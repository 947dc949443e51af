using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Threading;

namespace Slowroll.Observing;

/// <summary>Notices when this process enters or leaves <c>new</c> of a flag. One timer for all flags waits for the
/// instant; when a new config or a lock goes into force, it looks too.</summary>
/// <remarks>Looks are done on the thread pool, one after the other. The timer never waits for long, since the clock may
/// be set and the machine may sleep meanwhile.</remarks>
/// <param name="flags">The flags.</param>
/// <param name="reader">Reads them for observers.</param>
/// <param name="time">Makes the timer.</param>
/// <param name="tell">Is told of each switch. It must return at once.</param>
internal sealed class SwitchWatch(
    FlagTable flags, CourseReader reader, TimeProvider time, Action<FlagSwitch> tell) : IDisposable
{
    /// <summary>How long the timer waits at most.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly SwitchBook _book = new(tell);

    // Each holds a whole config: there are never more of them, however long a look takes.
    private Change? _first;
    private Change? _newest;
    private bool _hasFirst;
    private ITimer? _timer;
    private bool _isLooking;
    private bool _isAskedAgain;
    private bool _isOver;

    // At how many looks in a row the clock showed the same time.
    private int _stuck;

    /// <summary>Remembers what is in force now with this instant, so that it doesn't matter when the look is done. It
    /// is called before anything else can go into force. The first config is the starting point: it is no switch. Of
    /// those that go into force during a look only the newest is kept, and is compared with the one before all of
    /// them.</summary>
    /// <param name="untilTicks">The latest instant at which what was in force before could be asked.</param>
    public void Note(long untilTicks)
    {
        var book = flags.InForce;
        if (ReferenceEquals(book.Snapshot, ConfigSnapshot.Empty))
            return;

        var now = TryReadClock();
        var change = new Change(book, Math.Min(untilTicks, now ?? long.MaxValue), now);
        lock (_gate)
        {
            if (_isOver)
                return;

            if (_hasFirst)
                _newest = _newest is { } skipped ? change with { UntilTicks = skipped.UntilTicks } : change;
            else
                (_first, _hasFirst) = (change, true);
        }
    }

    /// <summary>Looks soon: something may have been noted, or time has gone by.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (_isOver)
                return;

            _isAskedAgain = _isLooking;
            if (_isLooking)
                return;

            _isLooking = true;
        }

        using AsyncFlowControl? flow = Detached.Suppress();
        _ = Task.Run(LookAsync);
    }

    public void Dispose()
    {
        ITimer? timer;
        lock (_gate)
            (timer, _isOver) = (_timer, true);
        timer?.Dispose();
    }

    private bool IsOver
    {
        get
        {
            lock (_gate)
                return _isOver;
        }
    }

    private long? TryReadClock()
    {
        try
        {
            return flags.Clock.UtcTicks;
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; the look tries again.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task LookAsync()
    {
        while (true)
        {
            try
            {
                await LookOnceAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // As above, and there may be too little memory.
            catch (Exception)
#pragma warning restore CA1031
            {
                TryArm(LongestWait);
            }

            lock (_gate)
            {
                if (!_isAskedAgain || _isOver)
                {
                    _isLooking = false;
                    return;
                }

                _isAskedAgain = false;
            }
        }
    }

    private async Task LookOnceAsync()
    {
        while (TryTakeChange() is { } change)
        {
            try
            {
                var courses = await reader.ReadAsync(change.Book).ConfigureAwait(false);
                if (change.UtcTicks is { } noted)
                {
                    _book.Follow(change.Book, courses, change.UntilTicks, noted);
                }
                else
                {
                    var late = flags.Clock.UtcTicks;
                    if (IsOver)
                        return;
                    _book.Follow(change.Book, courses, Math.Min(change.UntilTicks, late), late);
                }
            }
            catch
            {
                PutBack(change);
                throw;
            }
        }

        // First the clock: if another config is in force by now, a clock that stood still may go on only since then.
        // And what has happened after the end is not told.
        var now = flags.Clock.UtcTicks;
        if (IsOver)
            return;

        if (!_book.Has(flags.InForce))
        {
            TryArm(LongestWait);
            return;
        }

        _stuck = now == _book.LookedAt ? Math.Min(_stuck + 1, 10) : 0;
        _book.Advance(now);
        TryArm(WaitFrom(now));
    }

    private Change? TryTakeChange()
    {
        lock (_gate)
        {
            var next = _first ?? _newest;
            if (_first is null)
                _newest = null;
            _first = null;
            return next;
        }
    }

    // If it couldn't be read, it is tried again at the next look, unless a newer one takes its place.
    private void PutBack(Change change)
    {
        lock (_gate)
        {
            if (!_book.HasBegun)
                _first = change;
            else
                _newest = _newest is { } newer ? newer with { UntilTicks = change.UntilTicks } : change;
        }
    }

    // A clock that stands still, such as one in a test, must not be read every millisecond.
    private TimeSpan WaitFrom(long now)
    {
        if (flags.Clock.StoppedAt is not null || _book.NextTicks == long.MaxValue)
            return LongestWait;

        var wait = Math.Max(_book.NextTicks - now, TimeSpan.TicksPerMillisecond << _stuck);
        return wait < LongestWait.Ticks ? TimeSpan.FromTicks(wait) : LongestWait;
    }

    // The timer is foreign code: it is never called under the gate.
    private void TryArm(TimeSpan wait)
    {
        // The timers of a system cut off what is below a millisecond, and would fire too early.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        try
        {
            var timer = _timer ?? time.CreateTimer(
                static watch => ((SwitchWatch)watch!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            lock (_gate)
                _timer = timer;
            if (IsOver)
                timer.Dispose();
            else
                timer.Change(whole, Timeout.InfiniteTimeSpan);
        }
#pragma warning disable CA1031 // A clock of the program's own: without its timer the polls remain.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>A config and locks that have gone into force.</summary>
    /// <param name="Book">The config and the locks.</param>
    /// <param name="UntilTicks">The last instant of what was compared with before.</param>
    /// <param name="UtcTicks">The first instant of these; null if the clock couldn't be read.</param>
    private sealed record Change(RuleBook Book, long UntilTicks, long? UtcTicks);
}
