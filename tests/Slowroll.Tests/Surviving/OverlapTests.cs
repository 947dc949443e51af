using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

public class OverlapTests
{
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Survive_63_sixteen_threads_that_refresh_at_once_share_one_fetch_and_its_outcome()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var answer = new TaskCompletionSource<FetchResult>();
        _source.Answer = (_, _) => new(answer.Task);

        var refreshes = RefreshOnSixteenThreads(config);
        answer.SetResult(FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(2)), null));

        Assert.All(await Task.WhenAll(refreshes), outcome => Assert.Equal(RefreshOutcome.Updated, outcome));
        Assert.Equal((2, 2), (_source.Asked.Count, config.Ask(-1).Value));
    }

    [Fact]
    public async Task Survive_63_a_poll_that_is_due_joins_the_refresh_under_way()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync(new() { FetchTimeout = TimeSpan.FromHours(1) });
        var answer = new TaskCompletionSource<FetchResult>();
        _source.Answer = (_, _) => new(answer.Task);
        var refresh = config.RefreshAsync();

        for (var i = 0; i < 20; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1);
        }

        answer.SetResult(FetchResult.NotModified);
        await refresh;
        Assert.Equal(2, _source.Asked.Count);
    }

    [Fact]
    public async Task Survive_63_on_the_wire_there_is_one_request_too()
    {
        var isOpen = false;
        var release = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (isOpen)
                await release.Task;
            await context.Response.WriteAsync(Config(isOpen ? 2 : 1));
        });
        await using var config = await SlowrollConfig.OpenAsync(
            server.Url, "test", new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
        isOpen = true;

        var refreshes = RefreshOnSixteenThreads(config);
        while (server.Requests.Count < 2)
            await Task.Delay(1);
        release.SetResult();

        Assert.All(await Task.WhenAll(refreshes), outcome => Assert.Equal(RefreshOutcome.Updated, outcome));
        Assert.Equal((2, 2), (server.Requests.Count, config.Ask(-1).Value));
    }

    private static Task<RefreshOutcome>[] RefreshOnSixteenThreads(SlowrollConfig config)
    {
        var refreshes = new Task<RefreshOutcome>[16];
        var threads = Enumerable.Range(0, refreshes.Length)
            .Select(i => new Thread(() => refreshes[i] = config.RefreshAsync())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return refreshes;
    }

    private Task<SlowrollConfig> OpenAsync(SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions();
        (options.TimeProvider, options.UseDiskCache) = (_time, false);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }
}
