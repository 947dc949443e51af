using System.Text;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Refreshing;

public class ChangeWatchTests
{
    private readonly PushingStore _store = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_change_arrives_without_a_poll()
    {
        await using var config = await OpenAsync();
        var arrived = ArrivalOf(config);

        _store.Write(Config(2));

        await arrived.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task A_change_between_the_fetch_and_the_watch_arrives_too()
    {
        _store.AfterFetch = () => _store.Write(Config(2));
        await using var config = await OpenAsync();

        await Until(() => config.GetValue("s", "f", "key", -1) == 2);
    }

    [Fact]
    public async Task A_watch_that_throws_at_its_cancellation_does_not_end_the_polling()
    {
        var source = new BadWatch(token =>
        {
            token.Register(() => throw new InvalidOperationException("a bug"));
            return Task.Delay(Timeout.Infinite, CancellationToken.None);
        });
        await using var config = await OpenAsync(source);

        await _time.AdvanceUntil(() => source.Fetches > 3, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_watch_that_blocks_its_thread_blocks_one_and_not_the_polling()
    {
        using var goOn = new ManualResetEventSlim();
        var watches = 0;
        var source = new BadWatch(_ =>
        {
            Interlocked.Increment(ref watches);
            goOn.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        await using var config = await OpenAsync(source);

        try
        {
            await _time.AdvanceUntil(() => source.Fetches > 3, TimeSpan.FromSeconds(30));
            Assert.Equal(1, watches);
        }
        finally
        {
            goOn.Set();
        }
    }

    [Fact]
    public async Task A_watch_whose_call_returns_at_last_is_asked_again_at_the_next_poll()
    {
        using var goOn = new ManualResetEventSlim();
        var watches = 0;
        var source = new BadWatch(async _ =>
        {
            if (Interlocked.Increment(ref watches) == 1)
                goOn.Wait(CancellationToken.None);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        });
        await using var config = await OpenAsync(source);
        await _time.AdvanceUntil(() => source.Fetches > 3, TimeSpan.FromSeconds(30));

        goOn.Set();

        await Until(() => watches == 2);
    }

    private Task<SlowrollConfig> OpenAsync(IConfigSource source) =>
        SlowrollConfig.OpenAsync(source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false });

    private sealed class BadWatch(Func<CancellationToken, Task> watch) : IWatchingConfigSource
    {
        private int _fetches;

        public string Name => "bad";

        public int Fetches => Volatile.Read(ref _fetches);

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _fetches);
            return ValueTask.FromResult(FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(1)), "one"));
        }

        public Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken) => watch(cancellationToken);
    }

    [Fact]
    public async Task A_lost_watch_falls_back_to_polling_and_comes_back()
    {
        _store.IsDown = true;
        await using var config = await OpenAsync();
        _store.Write(Config(2));
        for (var i = 0; i < 100 && config.GetValue("s", "f", "key", -1) == 1; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5);
        }

        Assert.Equal(2, config.GetValue("s", "f", "key", -1));

        _store.IsDown = false;
        var watches = _store.Watches;
        for (var i = 0; i < 100 && _store.Watches == watches; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5);
        }

        var arrived = ArrivalOf(config);
        _store.Write(Config(3));
        await arrived.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_watch_that_stays_lost_is_logged_once_and_costs_no_fetch()
    {
        const int WatchLost = 15;
        var lost = 0;
        _store.IsDown = true;
        await using var config = await SlowrollConfig.OpenAsync(_store, "test", new SlowrollOptions
        {
            TimeProvider = _time,
            UseDiskCache = false,
            LoggerFactory = new CallingLogger((id, _) => lost += id.Id == WatchLost ? 1 : 0),
        });

        await _time.AdvanceUntil(() => _store.Fetches >= 5 && _store.Watches >= 5, TimeSpan.FromSeconds(10));

        // Each poll asks for the watch again, and so does each minute.
        Assert.Equal(1, lost);
        Assert.InRange(_store.Watches, 5, 2 * _store.Fetches);
    }

    [Fact]
    public async Task A_watch_that_tells_of_changes_that_are_none_does_not_fetch_without_end()
    {
        _store.CriesWolf = true;
        await using var config = await OpenAsync();
        await Until(() => _store.Fetches >= 2);

        await Task.Delay(50);

        Assert.Equal(2, _store.Fetches);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_watch_that_reports_what_was_rejected_does_not_fetch_without_end(string rejected)
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.Write(rejected);
        await Until(() => _store.Fetches >= 2);

        await Task.Delay(50);

        Assert.True(
            _store.Fetches == 2,
            $"{_store.Fetches} fetches, {_store.Watches} watches, {config.Status.ConsecutiveFailures} failures, next "
            + $"poll {config.Status.NextPollAt}");
    }

    [Fact]
    public async Task A_watch_that_reports_what_cannot_be_fetched_does_not_fetch_without_end()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.Failure = "no leader";
        _store.Write(Config(2));
        await Until(() => _store.Fetches >= 2);

        await Task.Delay(50);

        Assert.Equal(2, _store.Fetches);
    }

    [Fact]
    public async Task Reports_in_vain_are_followed_by_a_fetch_less_and_less_often()
    {
        _store.CriesWolf = true;
        var time = new VirtualTime();
        await using var config = await SlowrollConfig.OpenAsync(_store, "test", new SlowrollOptions
        {
            TimeProvider = time,
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            StartupTimeout = VirtualTime.Deadline,
            FetchTimeout = VirtualTime.Deadline,
        });

        // The first, one at once, and then after 1, 2, 4, 8, 16 and 32 seconds and after each minute, each up to a
        // tenth shorter or longer.
        time.Run(TimeSpan.FromSeconds(70), clients: 1);
        await Until(() => _store.Fetches == 8);
        time.Run(TimeSpan.FromSeconds(280), clients: 1);
        await Until(() => _store.Fetches is 12 or 13);
    }

    [Fact]
    public async Task A_rejected_config_is_replaced_within_seconds_without_a_poll()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.Write("{");
        await Until(() => _store.Fetches == 2);

        _store.Write(Config(2));

        await Arrives(config, 2);
    }

    [Fact]
    public async Task A_change_that_a_refresh_on_demand_brought_does_not_end_the_watch()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.HoldsReports = true;
        _store.Write(Config(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        _store.HoldsReports = false;
        _store.Write(Config(2));

        await _time.AdvanceUntil(() => _store.Watches >= 2, TimeSpan.FromMilliseconds(100));
        _store.Write(Config(3));

        await Arrives(config, 3);
    }

    [Fact]
    public async Task A_watch_that_was_lost_is_asked_for_what_is_in_force_by_then()
    {
        _store.IsDown = true;
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.Write(Config(2));
        await config.RefreshAsync();

        await _time.AdvanceUntil(() => _store.Watches >= 2, TimeSpan.FromSeconds(5));

        Assert.Equal(["1", "2"], _store.WatchedETags.Take(2));
    }

    [Fact]
    public async Task After_the_pause_a_source_is_asked_for_what_is_in_force_by_then()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.Write("{");
        await Until(() => config.Status.ConsecutiveFailures == 1);
        _store.HoldsReports = true;
        _store.Write(Config(2));
        await config.RefreshAsync();

        await _time.AdvanceUntil(() => _store.Watches >= 2, TimeSpan.FromMilliseconds(100));

        Assert.Equal(["1", "3"], _store.WatchedETags.Take(2));
    }

    [Fact]
    public async Task A_report_is_fetched_though_a_fetch_that_began_before_it_is_under_way()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        TaskCompletionSource answer = new();
        _store.Answer = answer.Task;
        var before = config.RefreshAsync();
        await Until(() => _store.Fetches == 2);

        _store.Write(Config(2));
        await Task.Delay(20);
        answer.SetResult();

        // The clock stands still: nothing but the report can bring it.
        Assert.Equal(RefreshOutcome.Unchanged, await before);
        await Until(() => config.GetValue("s", "f", "key", -1) == 2);
    }

    [Fact]
    public async Task A_clock_that_makes_no_timers_any_more_does_not_end_the_polling()
    {
        ClockWithoutTimers clock = new();
        await using var config = await SlowrollConfig.OpenAsync(_store, "test", new SlowrollOptions
        {
            TimeProvider = clock,
            UseDiskCache = false,
            PollInterval = TimeSpan.FromMilliseconds(10),
        });
        clock.IsBroken = true;
        var before = _store.Fetches;

        await Until(() => _store.Fetches > before + 3);
    }

    [Fact]
    public async Task Many_writes_in_a_row_lead_to_ten_fetches_a_second_at_most()
    {
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        for (var i = 2; i < 200; i++)
        {
            _store.Write(Config(i));
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(2);
        }

        Assert.InRange(_store.Fetches, 1, 22);
        await Arrives(config, 199);
    }

    [Fact]
    public async Task A_lost_watch_comes_back_within_a_minute_without_a_poll()
    {
        _store.IsDown = true;
        await using var config = await OpenAsync(pollInterval: Timeout.InfiniteTimeSpan);
        await Until(() => _store.Watches == 1);
        _store.IsDown = false;
        _store.Write(Config(2));

        await Arrives(config, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_watch_that_blocks_its_thread_or_forgets_its_token_holds_up_neither_the_poll_nor_disposing(
        bool blocks)
    {
        using var stuck = new ManualResetEventSlim();
        _store.Instead = () => blocks ? Task.Run(stuck.Wait) : Blocked(stuck);
        try
        {
            var config = await OpenAsync();
            await Until(() => _store.Watches == 1);
            _store.Write(Config(2));

            await _time.AdvanceUntil(() => config.GetValue("s", "f", "key", -1) == 2, TimeSpan.FromSeconds(10));
            await config.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            stuck.Set();
        }
    }

    private static Task Blocked(ManualResetEventSlim stuck)
    {
        stuck.Wait();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Disposing_ends_the_watch()
    {
        var config = await OpenAsync();
        await Until(() => _store.Watches == 1);

        await config.DisposeAsync();

        Assert.True(_store.LastWatch.IsCancellationRequested);
    }

    private Task<SlowrollConfig> OpenAsync() => OpenAsync(_store);

    private Task<SlowrollConfig> OpenAsync(TimeSpan pollInterval) =>
        SlowrollConfig.OpenAsync(_store, "test", new SlowrollOptions
        {
            TimeProvider = _time,
            UseDiskCache = false,
            PollInterval = pollInterval,
        });

    private Task Arrives(SlowrollConfig config, int value) =>
        _time.AdvanceUntil(() => config.GetValue("s", "f", "key", -1) == value, TimeSpan.FromMilliseconds(500));

    private static Task ArrivalOf(SlowrollConfig config)
    {
        var arrived = new TaskCompletionSource();
        config.Changed += (_, _) => arrived.TrySetResult();
        return arrived.Task;
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !condition(); i++)
            await Task.Delay(1);
        Assert.True(condition());
    }

    private sealed class ClockWithoutTimers : TimeProvider
    {
        public volatile bool IsBroken;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            IsBroken
                ? throw new InvalidOperationException("broken")
                : base.CreateTimer(callback, state, dueTime, period);
    }
}
