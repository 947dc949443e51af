using System.Text;

namespace Slowroll.Servers.Tests.Stores;

/// <summary>A config from a store: one flag, <c>s.f</c>, whose stable value is a number.</summary>
internal static class StoreConfig
{
    /// <summary>Says that only the watch may bring a change: it is never polled.</summary>
    public static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    /// <summary>The config with the number.</summary>
    public static string Json(int number) => $"{{\"s\": {{\"f\": {{\"stable\": {number}}}}}}}";

    /// <inheritdoc cref="Json"/>
    public static byte[] Bytes(int number) => Encoding.UTF8.GetBytes(Json(number));

    /// <summary>The number in force; -1 if there is no config.</summary>
    public static int Number(this SlowrollConfig config) => config.GetValue("s", "f", "web-1", -1);

    /// <summary>Waits until a number is in force, and gives the time that it took.</summary>
    public static Task<TimeSpan> HasAsync(this SlowrollConfig config, int number) => Eventually.IsAsync(
        () => config.Number() == number, $"{number} is in force ({config.Number()} is; {config.Status.LastError})");

    /// <summary>Waits until the last refresh has failed with a text in its sentence.</summary>
    public static Task<TimeSpan> FailsAsync(this SlowrollConfig config, string text) => Eventually.IsAsync(
        () => config.Status.LastError?.Contains(text, StringComparison.Ordinal) == true,
        $"a refresh fails with '{text}' ({config.Status.LastError})");

    /// <summary>Opens it without a cache.</summary>
    /// <param name="source">The store.</param>
    /// <param name="poll">The poll interval.</param>
    /// <param name="log">Gets the lines of the log; null for nobody.</param>
    public static Task<SlowrollConfig> OpenAsync(IConfigSource source, TimeSpan poll, Lines? log = null) =>
        SlowrollConfig.OpenAsync(source, "test", new()
        {
            UseDiskCache = false,
            PollInterval = poll,
            LoggerFactory = log,
            FetchTimeout = TimeSpan.FromSeconds(2),
            StartupTimeout = TimeSpan.FromSeconds(3),
        });
}
