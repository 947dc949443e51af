using System.Globalization;
using System.Text;

namespace Slowroll.Processes.Tests;

/// <summary>A process that opens a config from the cache it shares with others, and writes one new config after another
/// into it until it is killed.</summary>
internal static class CacheUser
{
    public const string Source = "shared source";
    public const string CacheName = "shared";

    /// <summary>The second argument of a process that only opens what is there, says where it came from and how many
    /// locks there are, and ends.</summary>
    public const string OpenOnce = "open once";

    // Several pages of the disk: a config of one page would be written in one go anyhow.
    private const int MostFlags = 2000;

    /// <summary>A cache directory is the argument. Ends by itself only when something is wrong; or does what
    /// <see cref="ProxyUser"/>, <see cref="ColdUser"/> or <see cref="ClockUser"/> does.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [_, OpenOnce])
            return await OpenOnceAsync(arguments[0]);
        if (arguments is [ProxyUser.Verb, var url])
            return await ProxyUser.RunAsync(url);
        if (arguments is [ColdUser.Verb, var cachedUrl, var directory])
            return await ColdUser.RunAsync(cachedUrl, directory);
        if (arguments is [ClockUser.Verb])
            return await ClockUser.RunAsync();

        var random = new Random(Environment.ProcessId);
        var mayFetch = new TaskCompletionSource();
        var source = ConfigSource.From(Source, async (etag, _) =>
        {
            // With a cache it is open before the first fetch: what the others have left is looked at while nothing
            // changes it.
            if (etag is not null)
                await mayFetch.Task;
            return ConfigOf(random.Next());
        });

        await using var config = await SlowrollConfig.OpenAsync(source, CacheName, Options(arguments[0]));
        var started = config.Status.Origin;
        while (WhyMixed(config) is null)
        {
            Console.WriteLine(started);
            mayFetch.TrySetResult();
            await config.RefreshAsync();
        }

        Console.WriteLine(WhyMixed(config));
        return 1;
    }

    private static async Task<int> OpenOnceAsync(string directory)
    {
        var down = ConfigSource.From(Source, (_, _) => new(FetchResult.Failed("down")));
        await using var config = await SlowrollConfig.OpenAsync(down, CacheName, Options(directory));
        Console.WriteLine($"{config.Status.Origin}, {config.Status.Locks.Count} locks");
        return 0;
    }

    public static SlowrollOptions Options(string directory) => new()
    {
        CacheDirectory = directory,
        PollInterval = Timeout.InfiniteTimeSpan,
        // However busy the machine is: who goes on with defaults has no config to look at.
        StartupTimeout = TimeSpan.FromHours(1),
    };

    /// <summary>Why what is in force isn't one config with its own ETag; null if it is.</summary>
    public static string? WhyMixed(SlowrollConfig config)
    {
        var number = config.GetValue("s", "first", "", -1);
        var last = config.GetValue("s", "last", "", -1);
        return config.Status.ETag == number.ToString(CultureInfo.InvariantCulture) && number == last
            ? null
            : $"ETag {config.Status.ETag}, first flag {number}, last flag {last}";
    }

    // All flags and the ETag are one number: parts of two configs don't fit together.
    private static FetchResult ConfigOf(int number)
    {
        var text = new StringBuilder($$$"""{"s": {"first": {"stable": {{{number}}} }""");
        for (var flag = number % MostFlags; flag > 0; flag--)
            text.Append(CultureInfo.InvariantCulture, $$$""", "f{{{flag}}}": {"stable": {{{number}}} }""");
        text.Append(CultureInfo.InvariantCulture, $$$""", "last": {"stable": {{{number}}} } } }""");
        return FetchResult.Fresh(
            Encoding.UTF8.GetBytes(text.ToString()), number.ToString(CultureInfo.InvariantCulture));
    }
}
