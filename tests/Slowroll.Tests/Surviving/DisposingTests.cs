using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

public class DisposingTests
{
    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task Survive_64_after_disposing_every_question_is_answered_and_refreshing_is_refused()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);

        config.Dispose();
        config.Dispose();
        await config.DisposeAsync();

        Assert.Equal((1, 1), (flag.Evaluate("key"), config.Ask(-1).Value));
        Assert.Equal(EvaluationReason.Missing, config.Ask(-1, key: "other").Reason);
        Assert.Equal(ConfigOrigin.Source, config.Status.Origin);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => config.RefreshAsync());
    }

    [Fact]
    public async Task Survive_64_disposing_ends_a_fetch_that_forgets_its_token()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);
        var refresh = config.RefreshAsync();

        await config.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((RefreshOutcome.Failed, 1), (await refresh, config.Ask(-1).Value));
    }

    [Fact]
    public async Task Survive_64_disposing_ends_a_fetch_on_the_wire()
    {
        var isAsked = new TaskCompletionSource();
        var isCutOff = new TaskCompletionSource();
        var isFirst = true;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (isFirst)
            {
                isFirst = false;
                await context.Response.WriteAsync(Config(1));
                return;
            }

            context.RequestAborted.Register(isCutOff.SetResult);
            isAsked.SetResult();
            await isCutOff.Task;
        });
        // The built-in client would be disposed, and so end it too.
        using var client = new HttpClient();
        var options = Options();
        options.HttpClient = client;
        var config = await SlowrollConfig.OpenAsync(server.Url, "test", options);
        var refresh = config.RefreshAsync();
        await isAsked.Task;

        await config.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((RefreshOutcome.Failed, 1), (await refresh, config.Ask(-1).Value));
        await isCutOff.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Survive_64_a_config_that_was_disposed_before_it_was_started_does_not_start()
    {
        _source.Sends(Config(1));
        var config = SlowrollConfig.Create(_source, "test", Options());
        await config.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => config.StartAsync());

        Assert.Empty(_source.Asked);
        Assert.Equal(-1, config.Ask(-1).Value);
    }

    [Fact]
    public async Task Survive_64_many_threads_may_dispose_and_ask_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            _source.Sends(Config(1));
            var config = await OpenAsync();
            using var go = new Barrier(8);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Factory.StartNew(async () =>
            {
                go.SignalAndWait();
                Assert.Equal(1, config.GetValue("s", "f", "key", -1));
                var ended = i % 2 == 0
                    ? config.DisposeAsync().AsTask()
                    : Record.ExceptionAsync(() => config.RefreshAsync());
                Assert.True(await Task.Run(async () => { await ended; return true; }));
                Assert.Equal(1, config.GetValue("s", "f", "key", -1));
            }, TaskCreationOptions.LongRunning).Unwrap())).WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(_source, "test", Options());

    private static SlowrollOptions Options() => new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan };
}
