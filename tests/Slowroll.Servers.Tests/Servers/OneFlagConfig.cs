namespace Slowroll.Servers.Tests.Servers;

/// <summary>A config with one flag that is a number, and a program that reads it.</summary>
internal static class OneFlagConfig
{
    /// <summary>When the first version was written; later ones a day later each.</summary>
    public static DateTime Written(int version) =>
        new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(version);

    /// <summary>The text of the config.</summary>
    /// <param name="value">What the flag says.</param>
    /// <param name="length">How long the text is at least: it ends with a field that doesn't count.</param>
    public static string Of(int value, int length = 0) =>
        $$"""{"s": {"f": {"stable": {{value}} } }, "filling": "{{Filling(value, length)}}"}""";

    /// <summary>What the flag says in force; -1 where there is none.</summary>
    public static int ValueIn(SlowrollConfig config) => config.GetValue("s", "f", "web-1", -1);

    /// <summary>Opens it without a disk cache; it is fetched on demand.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="log">The log; null for none.</param>
    /// <param name="client">The client; null for the built-in one.</param>
    /// <param name="fetchTimeout">How long one fetch may take; null for a minute.</param>
    public static Task<SlowrollConfig> OpenAsync(
        Uri url, Lines? log = null, HttpClient? client = null, TimeSpan? fetchTimeout = null) =>
        SlowrollConfig.OpenAsync(url, "test", new()
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            FetchTimeout = fetchTimeout ?? TimeSpan.FromMinutes(1),
            StartupTimeout = TimeSpan.FromMinutes(1),
            LoggerFactory = log,
            HttpClient = client,
        });

    // Letters that gzip can't make much shorter.
    private static string Filling(int value, int length)
    {
        Random random = new(value);
        return string.Create(length, random, static (letters, random) =>
        {
            for (var at = 0; at < letters.Length; at++)
                letters[at] = (char)('a' + random.Next(26));
        });
    }
}
