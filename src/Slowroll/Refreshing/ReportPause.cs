namespace Slowroll.Refreshing;

/// <summary>How long a source isn't asked for the next change after it has reported one.</summary>
/// <remarks>After a report that brought a config, the pause is short: many writes in a row lead to some fetches a
/// second, and not to one after the other. A report in vain, whose fetch failed, was rejected or brought nothing new,
/// would come again at once: the pause doubles from a second to a minute, until the source was silent for as long as
/// the last pause. A poll neither ends a pause nor a silence. Never throws, whatever the clock does.</remarks>
/// <param name="time">Measures pauses and silence.</param>
internal sealed class ReportPause(TimeProvider time)
{
    /// <summary>The pause after a report that brought a config.</summary>
    public static readonly TimeSpan AfterNews = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan FirstInVain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInVain = TimeSpan.FromMinutes(1);

    private TimeSpan _pause;
    private TimeSpan _lastInVain;
    private long? _pausedSince;
    private long? _listeningSince;

    /// <summary>What is left of the pause.</summary>
    public TimeSpan Left => PassedSince(_pausedSince) is not { } passed ? _pause
        : passed < _pause ? _pause - passed
        : TimeSpan.Zero;

    /// <summary>The source is asked for the next change.</summary>
    public void BeginListening() => _listeningSince ??= Now;

    /// <summary>Notes that a fetch brought something new.</summary>
    public void NoteNews() => Begin(AfterNews, lastInVain: TimeSpan.Zero);

    /// <summary>Notes a report in vain.</summary>
    /// <param name="chance">A random number from 0 up to 1: it spreads clients that were told at one moment.</param>
    public void NoteInVain(double chance)
    {
        var pause = _lastInVain == TimeSpan.Zero || PassedSince(_listeningSince) >= _lastInVain ? FirstInVain
            : _lastInVain * 2 < LongestInVain ? _lastInVain * 2
            : LongestInVain;
        Begin(PollSchedule.Jittered(pause, chance), pause);
    }

    private void Begin(TimeSpan pause, TimeSpan lastInVain) =>
        (_pause, _lastInVain, _pausedSince, _listeningSince) = (pause, lastInVain, Now, null);

    private long? Now => OrNull(time.GetTimestamp);

    private TimeSpan? PassedSince(long? timestamp) =>
        timestamp is { } then ? OrNull(() => time.GetElapsedTime(then)) : null;

    private static T? OrNull<T>(Func<T> read) where T : struct
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; polling must not end.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
