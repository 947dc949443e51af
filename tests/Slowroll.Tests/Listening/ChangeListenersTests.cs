using System.Collections.Concurrent;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Listening;

public sealed class ChangeListenersTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly ScriptedSource _source = new();
    private readonly Lines _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Survive_65_a_handler_that_never_returns_silences_no_other_and_holds_up_no_refresh()
    {
        await using var config = await OpenAsync();
        using var goOn = new ManualResetEventSlim();
        var heard = new BlockingCollection<string>();
        config.Changed += (_, _) => goOn.Wait();
        config.GetFlag("s", "f", -1).Changed += (_, _) => goOn.Wait();
        config.Changed += (_, change) => heard.Add($"config {change.Changed.Count}");
        config.GetFlag("s", "f", -1).Changed += (_, _) => heard.Add("flag");

        try
        {
            for (var value = 2; value < 5; value++)
            {
                _source.Sends(Config(value));
                Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync().WaitAsync(Long));
                string[] both = [Next(), Next()];
                Assert.Equal(["config 1", "flag"], both.Order());
            }

            Assert.NotEmpty(_log.With("has not returned within 00:00:01"));
        }
        finally
        {
            goOn.Set();
        }

        string Next() => heard.TryTake(out var next, Long) ? next : throw new TimeoutException();
    }

    [Fact]
    public async Task What_changed_while_a_handler_was_busy_is_told_as_one_change_when_it_returns()
    {
        await using var config = await OpenAsync();
        using var goOn = new ManualResetEventSlim();
        var heard = new BlockingCollection<ConfigChangedEventArgs>();
        config.Changed += (_, change) =>
        {
            heard.Add(change);
            goOn.Wait();
        };

        _source.Sends("""{"s": {"f": {"stable": 2} } }""");
        await config.RefreshAsync();
        _source.Sends("""{"s": {"f": {"stable": 2}, "g": {"stable": 1} } }""");
        await config.RefreshAsync();
        _source.Sends("""{"s": {"g": {"stable": 1} } }""");
        await config.RefreshAsync();
        goOn.Set();

        Assert.Equal([new FlagName("s", "f")], Next().Changed);
        var merged = Next();
        Assert.Equal(("s.g", "s.f", 0),
            (merged.Added.Single().ToString(), merged.Removed.Single().ToString(), merged.Changed.Count));

        ConfigChangedEventArgs Next() => heard.TryTake(out var next, Long) ? next : throw new TimeoutException();
    }

    [Fact]
    public async Task What_came_and_went_while_a_handler_was_busy_is_no_change()
    {
        await using var config = await OpenAsync();
        using var goOn = new ManualResetEventSlim();
        var heard = new BlockingCollection<int>();
        config.Changed += (_, change) =>
        {
            heard.Add(change.Changed.Count + change.Added.Count);
            goOn.Wait();
        };

        foreach (var value in (int[])[2, 3, 2])
        {
            _source.Sends(Config(value));
            await config.RefreshAsync();
        }

        _source.Sends("""{"s": {"f": {"stable": 2}, "g": {"stable": 1}, "h": {"stable": 1} } }""");
        goOn.Set();
        Assert.Equal(1, Next());
        await config.RefreshAsync();
        Assert.Equal(2, Next());

        int Next() => heard.TryTake(out var next, Long) ? next : throw new TimeoutException();
    }

    [Fact]
    public async Task A_handler_does_not_carry_the_async_locals_of_who_refreshed()
    {
        await using var config = await OpenAsync();
        var local = new AsyncLocal<string?>();
        var seen = new TaskCompletionSource<string?>();
        config.Changed += (_, _) => seen.SetResult(local.Value);

        local.Value = "a request";
        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Null(await seen.Task);
    }

    [Fact]
    public async Task A_handler_that_was_added_twice_is_called_twice_and_once_when_it_was_removed_once()
    {
        await using var config = await OpenAsync();
        var count = 0;
        void Count(object? sender, ConfigChangedEventArgs e) => Interlocked.Increment(ref count);
        config.Changed += Count;
        config.Changed += Count;

        _source.Sends(Config(2));
        await config.RefreshAsync();
        Assert.Equal(2, count);

        config.Changed -= Count;
        _source.Sends(Config(3));
        await config.RefreshAsync();
        Assert.Equal(3, count);
    }

    private Task<SlowrollConfig> OpenAsync()
    {
        _source.Sends(Config(1));
        return SlowrollConfig.OpenAsync(
            _source,
            "test",
            new SlowrollOptions
            {
                UseDiskCache =
                false,
                PollInterval = Timeout.InfiniteTimeSpan,
                LoggerFactory = _log
            });
    }
}
