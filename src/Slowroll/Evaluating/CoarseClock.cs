using System.Runtime.CompilerServices;

namespace Slowroll.Evaluating;

/// <summary>The system's clock, read once in each step of the system's millisecond counter (1 to 16 ms) by the first
/// thread that asks. It is late by one step at most and never early. The whole process has one: no thread sees it go
/// back, unless somebody sets the system's clock back.</summary>
internal sealed class CoarseClock : DecisionClock
{
    // A smaller difference comes from two threads that overtook each other, a larger one from a clock that was set.
    private const long LongestOvertaking = TimeSpan.TicksPerSecond;

    private long _step = long.MinValue;
    private long _utcTicks;

    private CoarseClock()
    {
    }

    public static CoarseClock System { get; } = new();

    /// <summary>Costs a read of the counter and two field reads; writes only once a step.</summary>
    public override long UtcTicks
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var step = Environment.TickCount64;
            if (step != Volatile.Read(ref _step))
                Advance(step);
            return Volatile.Read(ref _utcTicks);
        }
    }

    private void Advance(long step)
    {
        var now = DateTime.UtcNow.Ticks;
        for (var held = Volatile.Read(ref _utcTicks); now > held || held - now > LongestOvertaking;)
        {
            var found = Interlocked.CompareExchange(ref _utcTicks, now, held);
            if (found == held)
                break;
            held = found;
        }

        // Written after the time itself: a thread that sees the new step sees a time that is at least as new.
        Volatile.Write(ref _step, step);
    }
}
