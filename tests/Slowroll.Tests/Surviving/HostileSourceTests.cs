using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>A source is foreign code: whatever it does, the config lives on.</summary>
public class HostileSourceTests
{
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Survive_17_a_config_longer_than_allowed_is_rejected_whatever_its_source()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync(new() { MaxConfigBytes = 100 });
        _source.Sends(Config(2) + new string(' ', 100), "long");

        Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());
        Assert.Contains("MaxConfigBytes", config.Status.LastError, StringComparison.Ordinal);
        Assert.Equal((1, null), (config.GetValue("s", "f", "key", -1), config.Status.ETag));
    }

    [Fact]
    public async Task Survive_22_the_same_bytes_with_a_byte_order_mark_are_no_change()
    {
        _source.Sends("\ufeff" + Config(1));
        await using var config = await OpenAsync();

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
    }

    [Fact]
    public async Task A_source_that_blocks_its_thread_is_given_up_too()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        using var blocked = new ManualResetEventSlim();
        _source.Answer = (_, _) =>
        {
            blocked.Wait(CancellationToken.None);
            return ValueTask.FromResult(FetchResult.NotModified);
        };

        try
        {
            var refresh = config.RefreshAsync();
            await _time.AdvanceUntil(() => refresh.IsCompleted, TimeSpan.FromSeconds(31));
            Assert.Equal(RefreshOutcome.Failed, await refresh);
        }
        finally
        {
            blocked.Set();
        }
    }

    [Fact]
    public async Task While_a_source_blocks_its_thread_no_other_fetch_is_started()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        using var blocked = new ManualResetEventSlim();
        var fetches = 0;
        _source.Answer = (_, _) =>
        {
            Interlocked.Increment(ref fetches);
            blocked.Wait(CancellationToken.None);
            return ValueTask.FromResult(FetchResult.Fresh(System.Text.Encoding.UTF8.GetBytes(Config(2)), null));
        };

        try
        {
            for (var round = 0; round < 3; round++)
            {
                var refresh = config.RefreshAsync();
                await _time.AdvanceUntil(() => refresh.IsCompleted, TimeSpan.FromSeconds(31));
                Assert.Equal(RefreshOutcome.Failed, await refresh);
            }

            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref fetches) > 0, TimeSpan.FromSeconds(20)));
            Assert.Equal(1, fetches);
            Assert.Contains("still blocks its thread", config.Status.LastError, StringComparison.Ordinal);
        }
        finally
        {
            blocked.Set();
        }

        var outcome = RefreshOutcome.Failed;
        for (var patience = 0; patience < 200 && outcome != RefreshOutcome.Updated; patience++)
        {
            await Task.Delay(50);
            outcome = await config.RefreshAsync();
        }

        Assert.Equal(RefreshOutcome.Updated, outcome);
    }

    [Fact]
    public async Task A_source_that_throws_at_its_cancellation_when_its_time_is_up_is_only_given_up()
    {
        await using var config = await SlowrollConfig.OpenAsync(
            _source, "test",
            new SlowrollOptions { UseDiskCache = false, FetchTimeout = TimeSpan.FromMilliseconds(50) });
        _source.Answer = async (_, token) =>
        {
            token.Register(() => throw new InvalidOperationException("a bug"));
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return FetchResult.NotModified;
        };

        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Contains("No whole answer came within", config.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_cancels_itself_is_not_said_to_have_been_slow()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        _source.Answer = (_, _) => throw new TaskCanceledException("the store is shutting down");

        await config.RefreshAsync();

        Assert.Equal("ScriptedSource.FetchAsync threw TaskCanceledException: the store is shutting down. Catch it "
            + "there, and return FetchResult.Failed with what to do about it.", config.Status.LastError);
    }

    [Fact]
    public async Task Survive_64_a_source_that_throws_at_its_cancellation_does_not_make_disposing_throw()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        var asked = new TaskCompletionSource();
        _source.Answer = (_, token) =>
        {
            token.Register(() => throw new InvalidOperationException("a bug"));
            asked.SetResult();
            return new(new TaskCompletionSource<FetchResult>().Task);
        };
        var refresh = config.RefreshAsync();
        await asked.Task;

        await config.DisposeAsync();

        Assert.Equal(RefreshOutcome.Failed, await refresh);
    }

    [Fact]
    public async Task Polling_carries_nothing_of_whoever_opened_the_config()
    {
        var request = new AsyncLocal<string?> { Value = "the request that came first" };
        var seen = "nothing yet";
        _source.Answer = (_, _) =>
        {
            seen = request.Value;
            return ValueTask.FromResult(FetchResult.Failed("down"));
        };

        await using var config = await OpenAsync();

        Assert.Null(seen);
    }

    [Fact]
    public async Task What_a_source_throws_after_it_was_given_up_is_no_unobserved_exception()
    {
        var unobserved = false;
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) =>
            unobserved |= e.Exception.ToString().Contains("too late", StringComparison.Ordinal);
        TaskScheduler.UnobservedTaskException += Note;

        await GiveUpAFetchThatFailsAfterwards();
        for (var i = 0; i < 5; i++)
        {
            await Task.Delay(1);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= Note;
        Assert.False(unobserved);
    }

    private async Task GiveUpAFetchThatFailsAfterwards()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var answer = new TaskCompletionSource<FetchResult>();
        _source.Answer = (_, _) => new(answer.Task);
        var refresh = config.RefreshAsync();
        await _time.AdvanceUntil(() => refresh.IsCompleted, TimeSpan.FromSeconds(31));
        answer.SetException(new InvalidOperationException("too late"));
        _source.Fails("down");
    }

    [Fact]
    public async Task A_clock_that_throws_does_not_stop_refreshing()
    {
        _source.Sends(Config(1));
        var clock = new BrokenClock();
        await using var config = await OpenAsync(new() { TimeProvider = clock });
        clock.IsBroken = true;
        _source.Sends(Config(2));
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());

        clock.IsBroken = false;

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
    }

    private sealed class BrokenClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() =>
            IsBroken ? throw new InvalidOperationException("a bug") : base.GetUtcNow();
    }

    private Task<SlowrollConfig> OpenAsync(SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions { TimeProvider = _time };
        options.UseDiskCache = false;
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }
}
