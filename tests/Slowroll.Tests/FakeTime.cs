using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests;

internal static class FakeTime
{
    /// <summary>The clock is the test's, the threads are real: time goes on until the threads have seen it.</summary>
    public static async Task AdvanceUntil(this FakeTimeProvider time, Func<bool> condition, TimeSpan step)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            time.Advance(step);
            for (var patience = 0; patience < 3 && !condition(); patience++)
                await Task.Delay(1);
        }

        Assert.True(condition());
    }
}
