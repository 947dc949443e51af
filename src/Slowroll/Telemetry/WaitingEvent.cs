namespace Slowroll.Telemetry;

/// <summary>An event that waits to be reported.</summary>
/// <param name="tell">Reports it.</param>
/// <param name="context">The context in which it happened; null for none.</param>
internal sealed class WaitingEvent(Action tell, ExecutionContext? context)
{
    private readonly long _since = Environment.TickCount64;
    private ExecutionContext? _context = context;

    /// <summary>Gives the context up if the event has waited for some time.</summary>
    /// <returns>Whether it has none any more.</returns>
    public bool ReleaseAfter(TimeSpan time)
    {
        if (Environment.TickCount64 - _since >= (long)time.TotalMilliseconds)
            Volatile.Write(ref _context, null);
        return Volatile.Read(ref _context) is null;
    }

    /// <summary>Reports the event, in its context if it still has one.</summary>
    public void Tell()
    {
        if (Interlocked.Exchange(ref _context, null) is { } context)
            ExecutionContext.Run(context, static tell => ((Action)tell!)(), tell);
        else
            tell();
    }
}
