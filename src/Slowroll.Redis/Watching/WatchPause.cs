namespace Slowroll.Redis.Watching;

/// <summary>How long a watch waits before it asks again.</summary>
internal static class WatchPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestOfAnnounced = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>After a look that found nothing new, even if something was announced: whoever may publish on the
    /// channel must not be able to keep the server busy.</summary>
    public static TimeSpan AfterLook(int failures) => Grown(Shortest, failures, LongestOfAnnounced);

    /// <summary>As long as nothing is announced.</summary>
    public static TimeSpan WithoutAnnouncement(int failures) =>
        failures == 0 ? Timeout.InfiniteTimeSpan : Grown(First, failures - 1, Longest);

    private static TimeSpan Grown(TimeSpan first, int times, TimeSpan longest)
    {
        var pause = first * Math.Pow(2, Math.Min(times, 10));
        return pause < longest ? pause : longest;
    }
}
