using Slowroll.Threading;

namespace Slowroll.Evaluating;

/// <summary>Notices that the system's clock was set back, and has the flags look again at what they took for
/// over.</summary>
/// <remarks>A live config looks again at each poll as well. A fixed one, and one that never polls, have nobody
/// else.</remarks>
internal static class ClockWatch
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    // Less is a clock that is slewed, or two looks that overtook each other.
    private static readonly long Tolerated = TimeSpan.TicksPerSecond;

    private static readonly object Gate = new();
    private static readonly List<WeakReference<FlagTable>> Tables = [];
    private static Timer? StartedTimer;
    private static long Latest;

    /// <summary>Looks after a table for as long as anybody else holds it.</summary>
    public static void Add(FlagTable table)
    {
        lock (Gate)
        {
            Tables.Add(new WeakReference<FlagTable>(table));
            Latest = Math.Max(Latest, DateTime.UtcNow.Ticks);
            StartedTimer ??= StartTimer();
        }
    }

    /// <summary>Compares an instant with the latest before it; the tables settle anew where it is earlier.</summary>
    /// <param name="utcTicks">What the system's clock shows now.</param>
    public static void Look(long utcTicks)
    {
        List<FlagTable> alive = [];
        lock (Gate)
        {
            var wasSetBack = utcTicks < Latest - Tolerated;
            Latest = utcTicks;
            Tables.RemoveAll(weak => !weak.TryGetTarget(out _));
            foreach (var weak in wasSetBack ? Tables : [])
            {
                if (weak.TryGetTarget(out var table))
                    alive.Add(table);
            }
        }

        foreach (var table in alive)
            table.Settle();
    }

    private static Timer StartTimer()
    {
        // It outlives the request that opens the first config, and must not carry its async-locals.
        using AsyncFlowControl? flow = Detached.Suppress();
        return new Timer(static _ => Look(DateTime.UtcNow.Ticks), null, BetweenLooks, BetweenLooks);
    }
}
