using System.Diagnostics;

namespace Slowroll.Servers.Tests.Stores;

/// <summary>Waits for what happens in another thread or another process. How long that takes isn't asserted.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Waits until something is so, and gives the time that it took.</summary>
    public static async Task<TimeSpan> IsAsync(Func<bool> isSo, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"It never came to this: {what}.");
            await Task.Delay(2);
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
