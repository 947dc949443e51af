using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Refreshing;

public class ChangeWatchTests
{
    private readonly Store _store = new();
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

        await _time.AdvanceUntil(() => _store.Watches >= 5, TimeSpan.FromSeconds(10));

        Assert.Equal(1, lost);
        Assert.InRange(_store.Fetches, 5, _store.Watches + 1);
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

    private Task<SlowrollConfig> OpenAsync() =>
        SlowrollConfig.OpenAsync(_store, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false });

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

    /// <summary>A store that pushes, as etcd does: each write has a revision.</summary>
    private sealed class Store : IWatchingConfigSource
    {
        private readonly Channel<int> _writes = Channel.CreateUnbounded<int>();
        private volatile string _text = Config(1);
        private volatile int _revision = 1;
        private int _fetches;
        private int _watches;

        public string Name => "store";

        public volatile bool IsDown;

        public volatile bool CriesWolf;

        public Func<Task>? Instead { get; set; }

        public Action? AfterFetch { get; set; }

        public int Fetches => Volatile.Read(ref _fetches);

        public int Watches => Volatile.Read(ref _watches);

        public CancellationToken LastWatch { get; private set; }

        public void Write(string text)
        {
            _text = text;
            _revision++;
            _writes.Writer.TryWrite(_revision);
        }

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _fetches);
            var result = FetchResult.Fresh(Encoding.UTF8.GetBytes(_text), $"{_revision}");
            (AfterFetch, var afterFetch) = (null, AfterFetch);
            afterFetch?.Invoke();
            return ValueTask.FromResult(result);
        }

        public async Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
        {
            LastWatch = cancellationToken;
            Interlocked.Increment(ref _watches);
            if (Instead is not null)
                await Instead();
            if (IsDown)
                throw new IOException("connection lost");

            while (!CriesWolf && $"{_revision}" == etag)
                await _writes.Reader.ReadAsync(cancellationToken);
        }
    }
}
