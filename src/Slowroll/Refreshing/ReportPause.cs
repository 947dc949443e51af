namespace Slowroll.Refreshing;

/// <summary>How long a source isn't asked for the next change after it has reported one.</summary>
/// <remarks>After a report that brought a config, the pause is short: many writes in a row lead to some fetches a
/// second, and not to one after the other. A report in vain, whose fetch failed, was rejected or brought nothing new,
/// would come again at once: the pause doubles from a second to a minute, until the source was silent for as long as
/// the last pause.</remarks>
/// <param name="time">Measures the silence.</param>
internal sealed class ReportPause(TimeProvider time)
{
    /// <summary>The pause after a report that brought a config.</summary>
    public static readonly TimeSpan AfterNews = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan FirstInVain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInVain = TimeSpan.FromMinutes(1);

    private TimeSpan _next;
    private TimeSpan _lastInVain;
    private long _listeningSince;

    /// <summary>The pause before the next listening. It is made once: at the poll after it, it is over.</summary>
    public TimeSpan Take()
    {
        (var next, _next) = (_next, TimeSpan.Zero);
        return next;
    }

    /// <summary>The source is asked for the next change now.</summary>
    public void BeginListening() => _listeningSince = time.GetTimestamp();

    /// <summary>Notes a report: whether its fetch brought something new.</summary>
    public void Note(bool wasNews)
    {
        if (wasNews)
        {
            (_next, _lastInVain) = (AfterNews, TimeSpan.Zero);
            return;
        }

        _next = _lastInVain = _lastInVain == TimeSpan.Zero || WasSilentFor(_lastInVain) ? FirstInVain
            : _lastInVain * 2 < LongestInVain ? _lastInVain * 2
            : LongestInVain;
    }

    private bool WasSilentFor(TimeSpan pause)
    {
        try
        {
            return time.GetElapsedTime(_listeningSince) >= pause;
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; polling must not end.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
