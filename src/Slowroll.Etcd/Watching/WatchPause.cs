namespace Slowroll.Etcd.Watching;

/// <summary>How long a watch waits before it asks again. When a cluster is back, not all clients connect at the same
/// moment.</summary>
internal static class WatchPause
{
    /// <summary>The longest pause; a watch that has lasted longer counts as no failure of the ones before.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    /// <summary>After a look that found nothing new: whoever writes the same config again and again must not be able to
    /// keep etcd busy. From 50 to 100 milliseconds.</summary>
    public static TimeSpan AfterLook => Spread(TimeSpan.FromMilliseconds(100));

    /// <summary>After so many failures in a row.</summary>
    public static TimeSpan AfterFailure(int failures)
    {
        var pause = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return Spread(pause < Longest ? pause : Longest);
    }

#pragma warning disable CA5394 // Spreads a fleet, protects nothing.
    private static TimeSpan Spread(TimeSpan pause) => pause * (0.5 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
}
