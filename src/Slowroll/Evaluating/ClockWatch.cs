using Slowroll.Threading;

namespace Slowroll.Evaluating;

/// <summary>Notices that the system's clock was set back, and makes the flags check again which rollouts are
/// over.</summary>
/// <remarks>A live config also checks at each poll. For a fixed config, and for one that never polls, this is the only
/// check.</remarks>
internal static class ClockWatch
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    // A smaller step back comes from a clock that is slewed, or from two readings that overtook each other.
    private static readonly long Tolerated = TimeSpan.TicksPerSecond;

    private static readonly object Gate = new();
    private static readonly List<WeakReference<FlagTable>> Tables = [];
    private static Timer? StartedTimer;
    private static long Latest;

    /// <summary>Watches for a table as long as somebody else holds a reference to it.</summary>
    public static void Add(FlagTable table)
    {
        lock (Gate)
        {
            Tables.Add(new WeakReference<FlagTable>(table));
            Latest = Math.Max(Latest, DateTime.UtcNow.Ticks);
            StartedTimer ??= StartTimer();
        }
    }

    /// <summary>Compares an instant with the latest one so far. If it is earlier, all tables settle again.</summary>
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
        // The timer lives longer than the request that opens the first config, so it must not keep its async-locals.
        using AsyncFlowControl? flow = Detached.Suppress();
        return new Timer(static _ => Look(DateTime.UtcNow.Ticks), null, BetweenLooks, BetweenLooks);
    }
}
