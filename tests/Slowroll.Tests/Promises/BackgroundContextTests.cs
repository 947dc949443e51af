using System.Diagnostics;
using System.Net;
using System.Text;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Promises;

/// <summary>What outlives a call carries nothing of its caller: neither into foreign code that it calls, nor into lines
/// of the log, nor in memory.</summary>
[CollectionDefinition(nameof(BackgroundContextTests), DisableParallelization = true)]
[Collection(nameof(BackgroundContextTests))]
public sealed class BackgroundContextTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly Caller _caller = new();
    private readonly ScriptedSource _source = new();
    private readonly ManualResetEventSlim _goOn = new();

    public BackgroundContextTests() => Answers(1);

    public void Dispose()
    {
        _goOn.Set();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_caller_itself_has_a_context()
    {
        await _caller.CallsAsync(() => Task.FromResult(0));

        Assert.Equal("the caller's local and the caller's scope", Assert.Single(_caller.SeenBy("the caller itself")));
    }

    [Fact]
    public async Task The_first_fetch_the_polls_and_their_log()
    {
        await using var config =
            await _caller.CallsAsync(() => OpenAsync(options => options.PollInterval = TimeSpan.FromMilliseconds(10)));
        await UntilAsync("fetch", 3);
        _source.Fails("down");
        await UntilAsync("log RefreshFailed", 1);
        Answers(2);
        await UntilAsync("log Recovered", 1);

        AssertNothingSeenBy("fetch", "log Updated", "log RefreshFailed", "log Recovered");
    }

    [Fact]
    public async Task The_fetch_of_a_refresh_and_its_log()
    {
        await using var config = await OpenAsync();
        Answers(2);
        await _caller.CallsAsync(() => config.RefreshAsync());
        _source.Fails("down");
        await _caller.CallsAsync(() => config.RefreshAsync());

        AssertNothingSeenBy("fetch", "log Updated", "log RefreshFailed");
    }

    [Fact]
    public async Task The_requests_of_a_client_and_of_a_factory_of_clients()
    {
        using var client = new HttpClient(new NotingHandler(_caller));
        foreach (var isFactory in new[] { false, true })
        {
            var options = Options();
            if (isFactory)
                options.HttpClientFactory = Clients;
            else
                options.HttpClient = client;
            await using var config = await _caller.CallsAsync(
                () => SlowrollConfig.OpenAsync(new Uri("http://127.0.0.1:1/"), "test", options));
            await _caller.CallsAsync(() => config.RefreshAsync());
        }

        Assert.Equal(4, _caller.SeenBy("request").Count);
        AssertNothingSeenBy("request", "factory");

        HttpClient Clients()
        {
            _caller.Note("factory");
            return client;
        }
    }

    [Fact]
    public async Task The_watch_on_a_source_and_the_log_of_its_loss()
    {
        var watched = new WatchedSource(_caller);
        await using var config = await _caller.CallsAsync(() => SlowrollConfig.OpenAsync(watched, "test", Options()));
        await UntilAsync("log WatchLost", 1);

        AssertNothingSeenBy("watch", "log WatchLost");
    }

    [Fact]
    public async Task Handlers_of_changes_and_the_log_of_what_they_throw()
    {
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);
        await _caller.CallsAsync(() =>
        {
            config.Changed += (_, _) => _caller.Note("handler of the config");
            flag.Changed += (_, _) => _caller.Note("handler of the flag");
            config.Changed += (_, _) => throw new InvalidOperationException();
            return Task.FromResult(0);
        });
        Answers(2);
        await _caller.CallsAsync(() => config.RefreshAsync());

        AssertNothingSeenBy("handler of the config", "handler of the flag", "log HandlerThrew");
    }

    [Fact]
    public async Task A_handler_that_takes_its_time_and_the_log_of_it()
    {
        using var goOn = new ManualResetEventSlim();
        await using var config = await OpenAsync();
        config.Changed += (_, _) => goOn.Wait(Long);
        Answers(2);
        await _caller.CallsAsync(() => config.RefreshAsync());
        goOn.Set();

        AssertNothingSeenBy("log HandlerIsSlow");
    }

    [Fact]
    public async Task Writes_to_the_cache_and_their_log()
    {
        await File.WriteAllTextAsync(_directory["caches"], "a file in the directory's place");
        await using var config = await _caller.CallsAsync(() => OpenAsync(options =>
        {
            (options.UseDiskCache, options.CacheDirectory) = (true, _directory["caches"]);
            options.PollInterval = TimeSpan.FromMilliseconds(10);
        }));
        await UntilAsync("log CacheNotWritten", 1);
        File.Delete(_directory["caches"]);
        await UntilAsync("log CacheWrittenAgain", 1);

        AssertNothingSeenBy("log CacheNotWritten", "log CacheWrittenAgain");
    }

    [Fact]
    public async Task The_watch_on_the_locks_file_and_its_log()
    {
        await using var config =
            await _caller.CallsAsync(() => OpenAsync(options => options.LocksFile = _directory["locks"]));
        await File.WriteAllTextAsync(_directory["locks"], "s.g = new\nno lock");
        await UntilAsync("log LockOnUnknownFlag", 1);

        AssertNothingSeenBy("log LocksInForce", "log LockFaulty", "log LockOnUnknownFlag");
    }

    [Fact]
    public async Task The_timer_behind_a_read_and_its_log()
    {
        await using var config = await OpenAsync();
        await _caller.CallsAsync(() => Task.FromResult(config.GetValue("s", "gone", "key", -1)));
        await UntilAsync("log FlagsMissing", 1);

        Assert.Empty(Assert.Single(_caller.SeenBy("log FlagsMissing")));
    }

    [Fact]
    public async Task Spans_and_measurements()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Slowroll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => _caller.Note(activity.Parent is null ? "span" : "span within the caller's"),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Slowroll")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => _caller.Note("measurement"));
        meters.Start();

        await _caller.CallsAsync(async () =>
        {
            using var request = new Activity("a request").Start();
            await using var config = await OpenAsync();
            return await config.RefreshAsync();
        });

        Assert.Empty(_caller.SeenBy("span within"));
        AssertNothingSeenBy("span", "measurement");
    }

    [Theory]
    [InlineData("open")]
    [InlineData("poll")]
    [InlineData("watch")]
    [InlineData("locks")]
    [InlineData("refresh")]
    [InlineData("refresh that was given up")]
    [InlineData("start that was not waited for")]
    [InlineData("disposing")]
    [InlineData("missing flag")]
    public async Task Nothing_of_the_caller_is_held_while_a_config_lives(string what)
    {
        var (config, caller) = await HeldAfterAsync(what);
        for (var patience = 0; patience < 500 && caller.IsAlive; patience++)
        {
            await Task.Delay(10);
            GC.Collect();
        }

        Assert.False(caller.IsAlive);
        config.Dispose();
    }

    // A method of its own, so that nothing of it is on the stack of the test.
    private async Task<(SlowrollConfig Config, WeakReference Caller)> HeldAfterAsync(string what)
    {
        var local = new AsyncLocal<object?>();
        return await Task.Run(async () =>
        {
            var value = new object();
            local.Value = value;
            var config = await OpenedAsync(what);
            GC.KeepAlive(local);
            return (config, new WeakReference(value));
        });
    }

    private async Task<SlowrollConfig> OpenedAsync(string what)
    {
        var never = new TaskCompletionSource<FetchResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (what == "watch")
            return await SlowrollConfig.OpenAsync(new WatchedSource(_caller), "test", Options());
        if (what == "start that was not waited for")
        {
            _source.Answer = (_, _) => new(never.Task);
            return await OpenAsync(
                options => (options.StartupTimeout, options.FetchTimeout) = (TimeSpan.Zero, TimeSpan.FromDays(1)));
        }

        var config = await OpenAsync(options =>
        {
            options.PollInterval = what == "poll" ? TimeSpan.FromHours(1) : Timeout.InfiniteTimeSpan;
            options.LocksFile = what == "locks" ? _directory["locks"] : null;
            options.FetchTimeout = TimeSpan.FromDays(1);
        });
        switch (what)
        {
            case "refresh":
                await config.RefreshAsync();
                break;
            case "refresh that was given up":
                _source.Answer = (_, _) => new(never.Task);
                using (var impatience = new CancellationTokenSource(10))
                {
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(
                        () => config.RefreshAsync(impatience.Token));
                }

                break;
            case "disposing":
                _source.Answer = (_, _) =>
                {
                    _goOn.Wait(Long, CancellationToken.None);
                    return new(FetchResult.NotModified);
                };
                _ = config.RefreshAsync();
                config.Dispose();
                break;
            case "missing flag":
                config.GetValue("s", "gone", "key", -1);
                break;
        }

        return config;
    }

    private void AssertNothingSeenBy(params string[] kinds) => Assert.All(kinds, kind =>
    {
        var seen = _caller.SeenBy(kind);
        Assert.NotEmpty(seen);
        Assert.All(seen, Assert.Empty);
    });

    private async Task UntilAsync(string what, int times)
    {
        var clock = Stopwatch.StartNew();
        while (_caller.SeenBy(what).Count < times && clock.Elapsed < Long)
            await Task.Delay(5);
    }

    private void Answers(int value) => _source.Answer = (_, _) =>
    {
        _caller.Note("fetch");
        return new(FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(value)), null));
    };

    private Task<SlowrollConfig> OpenAsync(Action<SlowrollOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }

    private SlowrollOptions Options() =>
        new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan, LoggerFactory = _caller.Loggers };

    private sealed class NotingHandler(Caller caller) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            caller.Note("request");
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Config(1)) });
        }
    }

    private sealed class WatchedSource(Caller caller) : IWatchingConfigSource
    {
        public string Name => "watched";

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken) =>
            new(FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(1)), null));

        public Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
        {
            caller.Note("watch");
            throw new InvalidOperationException("lost");
        }
    }
}
