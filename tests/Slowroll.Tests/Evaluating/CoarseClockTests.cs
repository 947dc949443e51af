using Slowroll.Evaluating;

namespace Slowroll.Tests.Evaluating;

public class CoarseClockTests
{
    private static readonly CoarseClock Clock = CoarseClock.System;

    [Fact]
    public void It_is_never_ahead_of_the_system()
    {
        for (var i = 0; i < 1_000_000; i++)
        {
            var coarse = Clock.UtcTicks;
            Assert.True(coarse <= DateTime.UtcNow.Ticks);
        }
    }

    [Fact]
    public void It_is_at_most_one_step_of_the_systems_counter_late()
    {
        for (var i = 0; i < 50; i++)
        {
            var before = DateTime.UtcNow.Ticks;
            var step = Environment.TickCount64;
            SpinWait.SpinUntil(() => Environment.TickCount64 != step);

            Assert.True(Clock.UtcTicks >= before);
        }
    }

    [Fact]
    public void No_thread_sees_it_go_back_behind_what_another_one_has_seen()
    {
        long latest = 0;
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 200_000; i++)
            {
                var seen = Volatile.Read(ref latest);
                var now = Clock.UtcTicks;
                Assert.True(now >= seen);
                while (now > seen && Interlocked.CompareExchange(ref latest, now, seen) is var found && found != seen)
                    seen = found;
            }
        });
    }
}
