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
    private readonly Queue<(RuleBook Book, long UtcTicks)> _changes = new();
    private readonly SwitchBook _book = new(tell);
    private RuleBook? _noted;
    private ITimer? _timer;
    private bool _isLooking;
    private bool _isAskedAgain;
    private bool _isOver;

    // At how many looks in a row the clock showed the same time.
    private int _stuck;

    /// <summary>Looks soon: something may have changed, or time has gone by. What is in force now is remembered with
    /// this instant, so that it doesn't matter when the look is done. The first config is the starting point: it is no
    /// switch.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (_isOver)
                return;

            NoteChange();
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
        lock (_gate)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    private void NoteChange()
    {
        var book = flags.InForce;
        if (ReferenceEquals(book, _noted) || ReferenceEquals(book.Snapshot, ConfigSnapshot.Empty))
            return;

        try
        {
            _changes.Enqueue((book, flags.Clock.UtcTicks));
            _noted = book;
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; the next look tries again.
        catch (Exception)
#pragma warning restore CA1031
        {
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
        while (TryTakeChange(out var change))
        {
            try
            {
                var courses = await reader.ReadAsync(change.Book).ConfigureAwait(false);
                _book.Follow(change.Book, courses, change.UtcTicks);
            }
            catch
            {
                // Noted again at the next look, if it is still in force then.
                lock (_gate)
                    _noted = null;
                throw;
            }
        }

        var now = flags.Clock.UtcTicks;
        _stuck = _book.HasBegun && now == _book.LookedAt ? Math.Min(_stuck + 1, 10) : 0;
        _book.Advance(now);
        TryArm(WaitFrom(now));
    }

    private bool TryTakeChange(out (RuleBook Book, long UtcTicks) change)
    {
        lock (_gate)
            return _changes.TryDequeue(out change);
    }

    // A clock that stands still, such as one in a test, must not be read every millisecond.
    private TimeSpan WaitFrom(long now)
    {
        if (flags.Clock.StoppedAt is not null || _book.NextTicks == long.MaxValue)
            return LongestWait;

        var wait = Math.Max(_book.NextTicks - now, TimeSpan.TicksPerMillisecond << _stuck);
        return wait < LongestWait.Ticks ? TimeSpan.FromTicks(wait) : LongestWait;
    }

    private void TryArm(TimeSpan wait)
    {
        // The timers of a system cut off what is below a millisecond, and would fire too early.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        lock (_gate)
        {
            if (_isOver)
                return;

            try
            {
                _timer ??= time.CreateTimer(
                    static watch => ((SwitchWatch)watch!).Look(), this, Timeout.InfiniteTimeSpan,
                    Timeout.InfiniteTimeSpan);
                _timer.Change(whole, Timeout.InfiniteTimeSpan);
            }
#pragma warning disable CA1031 // A clock of the program's own: without its timer the polls remain.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }
}
