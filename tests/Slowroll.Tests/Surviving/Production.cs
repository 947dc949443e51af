using System.Text;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Caching;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>A config in production: a real server that answers whatever a test says, a real disk, a log.</summary>
internal sealed class Production : IAsyncDisposable
{
    private readonly TemporaryDirectory _root = new();

    /// <summary>Sends config 1 until it is told otherwise.</summary>
    public RawServer Server { get; private set; } = RawServer.Start(Good(1));

    /// <summary>Everything that was logged.</summary>
    public Lines Log { get; } = new();

    /// <summary>Where caches lie; it exists once one was written.</summary>
    public string Directory => _root["caches"];

    /// <summary>The one cache file.</summary>
    public string CacheFile => System.IO.Directory.GetFiles(Directory, "*.cache").Single();

    /// <summary>The clock of the configs and of their deadlines.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public TimeSpan PollInterval { get; init; } = Timeout.InfiniteTimeSpan;

    public HttpClient? Client { get; init; }

    public long MaxConfigBytes { get; init; } = 1 << 20;

    public TimeSpan? MaxCacheAge { get; init; }

    public TimeSpan? MaxStaleness { get; init; }

    /// <summary>A whole answer: the config with one flag, and the ETag that names it.</summary>
    public static RawAnswer Good(int value) => Good(value, $"\"{value}\"");

    public static RawAnswer Good(int value, string etag) => RawAnswer.Of("200 OK", $"ETag: {etag}\r\n", Config(value));

    public SlowrollOptions Options() => new()
    {
        CacheDirectory = Directory,
        PollInterval = PollInterval,
        // A test that lets the time run must not overtake an answer that is on its way.
        FetchTimeout = TimeSpan.FromDays(1),
        StartupTimeout = TimeSpan.FromDays(1),
        TimeProvider = Time,
        LoggerFactory = Log,
        HttpClient = Client,
        MaxConfigBytes = MaxConfigBytes,
        MaxCacheAge = MaxCacheAge,
        MaxStaleness = MaxStaleness,
    };

    public Task<SlowrollConfig> OpenAsync(Uri? url = null) =>
        SlowrollConfig.OpenAsync(url ?? Server.Url, "app", Options());

    /// <summary>Opens with a source that can't be reached: what there is then comes from the disk.</summary>
    public async Task<SlowrollConfig> OpenCutOffAsync()
    {
        Server.Answer = new("", RawEnding.Reset);
        return await OpenAsync();
    }

    /// <summary>Nothing listens on the server's port any more.</summary>
    public ValueTask StopServerAsync() => Server.DisposeAsync();

    /// <summary>Something listens there again.</summary>
    public void RestartServer(RawAnswer answer) => Server = RawServer.Start(answer, Server.Url.Port);

    /// <summary>A fault in the middle of the life of a config: the last good one stays with its ETag, in force and on
    /// disk; the status says so; and the next good answer is taken.</summary>
    /// <param name="fault">What the server answers instead of a config.</param>
    /// <param name="says">A part of the error.</param>
    /// <param name="outcome">How the refresh ends.</param>
    public async Task AssertSurvivedAsync(RawAnswer fault, string says, RefreshOutcome outcome = RefreshOutcome.Failed)
    {
        await using var config = await OpenAsync();
        AssertGood(config, 1);

        Server.Answer = fault;
        Assert.Equal(outcome, await RefreshAsync(config, fault));
        Assert.Equal(outcome, await RefreshAsync(config, fault));
        AssertBroken(config, failures: 2, says);
        Assert.Equal("\"1\"", Server.LastCondition());
        AssertOnDisk(1);

        Server.Answer = Good(2);
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        AssertGood(config, 2);
        AssertOnDisk(2);
    }

    /// <summary>In force, as its source sent it, and nothing to complain of.</summary>
    public static void AssertGood(SlowrollConfig config, int value) => Assert.Equal(
        (value, ConfigOrigin.Source, $"\"{value}\"", 0, null),
        (Value(config), config.Status.Origin, config.Status.ETag, config.Status.ConsecutiveFailures,
            config.Status.LastError));

    /// <summary>Still config 1 with its ETag, and the truth about the fault.</summary>
    public static void AssertBroken(SlowrollConfig config, int failures, string says)
    {
        Assert.Equal(
            (1, ConfigOrigin.Source, "\"1\"", failures),
            (Value(config), config.Status.Origin, config.Status.ETag, config.Status.ConsecutiveFailures));
        Assert.Contains(says, config.Status.LastError, StringComparison.Ordinal);
    }

    /// <summary>What a process that starts now would find.</summary>
    public void AssertOnDisk(int value)
    {
        var kept = DiskCache.Open("app", Server.Url.AbsoluteUri, Options(), out _)!.Read(out _)!;
        Assert.Equal((Config(value), $"\"{value}\""), (Encoding.UTF8.GetString(kept.Utf8Json.Span), kept.ETag));
    }

    private async Task<RefreshOutcome> RefreshAsync(SlowrollConfig config, RawAnswer fault)
    {
        var asked = Server.Requests.Count;
        var sent = Server.Sent;
        var refresh = config.RefreshAsync();
        if (fault.NeverEnds)
        {
            // Not before the server hangs or drips.
            await Eventually(() => Server.Requests.Count > asked
                && Server.Sent >= sent + fault.Text.Length + 3 * fault.Again.Length);
            await Time.AdvanceUntil(() => refresh.IsCompleted, TimeSpan.FromHours(5));
        }

        return await refresh;
    }

    /// <summary>Waits for other threads, without the clock.</summary>
    public static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 30_000 && !condition(); i++)
            await Task.Delay(1);
        Assert.True(condition());
    }

    public static int Value(SlowrollConfig config) => config.GetValue("s", "f", "key", -1);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Client?.Dispose();
        _root.Dispose();
    }
}
