using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests;

public class SlowrollConfigTests
{
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void An_empty_config_answers_defaults()
    {
        Assert.Equal(7, SlowrollConfig.Empty.GetValue("s", "f", "key", 7));
        Assert.Equal(EvaluationReason.Missing, SlowrollConfig.Empty.Explain("s", "f", "key").Reason);
        Assert.Equal(ConfigOrigin.Fixed, SlowrollConfig.Empty.Status.Origin);
    }

    [Fact]
    public async Task Opening_goes_on_with_defaults_when_no_config_comes_in_time()
    {
        var answer = new TaskCompletionSource<FetchResult>();
        _source.Answer = (_, _) => new(answer.Task);
        var opening = OpenAsync();
        while (!opening.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        await using var config = await opening;
        Assert.Equal((-1, ConfigOrigin.None), (config.GetValue("s", "f", "key", -1), config.Status.Origin));

        var refresh = config.RefreshAsync();
        answer.SetResult(FetchResult.Fresh("""{"s": {"f": {"stable": 1}}}"""u8.ToArray(), null));
        await refresh;
        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task Opening_can_be_cancelled()
    {
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);
        using var cancellation = new CancellationTokenSource();
        var opening = OpenAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task A_created_config_answers_defaults_until_it_is_started()
    {
        _source.Sends(Config(1));
        await using var config = SlowrollConfig.Create(_source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false });
        var flag = config.GetFlag("s", "f", -1);
        Assert.Equal((-1, ConfigOrigin.None), (flag.Evaluate("key"), config.Status.Origin));

        await config.StartAsync();

        Assert.Equal(1, flag.Evaluate("key"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => config.StartAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => SlowrollConfig.Empty.StartAsync());
    }

    [Fact]
    public async Task What_a_programmer_got_wrong_is_thrown()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => SlowrollConfig.OpenAsync((IConfigSource)null!, "test"));
        await Assert.ThrowsAsync<ArgumentException>(() => SlowrollConfig.OpenAsync(_source, " "));
        Assert.Throws<ArgumentNullException>(() => SlowrollConfig.Empty.GetValue(null!, "f", "key", 0));
        Assert.Throws<ArgumentNullException>(() => SlowrollConfig.Empty.GetFlag("s", null!, 0));
    }

    [Fact]
    public async Task A_change_names_what_was_added_removed_and_changed()
    {
        _source.Sends("""{"s": {"same": {"stable": 1}, "spaced": {"stable": 1}, "other": {"stable": 1}, "gone": {"stable": 1}}}""");
        await using var config = await OpenAsync();
        ConfigChangedEventArgs? change = null;
        config.Changed += (_, e) => change = e;

        _source.Sends("""{"s": {"same": {"stable": 1}, "spaced": { "stable" : 1, /* as it was */ }, "other": {"stable": 2}}, "t": {"come": {}}}""");
        await config.RefreshAsync();

        Assert.Equal([new FlagName("t", "come")], change!.Added);
        Assert.Equal([new FlagName("s", "gone")], change.Removed);
        Assert.Equal([new FlagName("s", "other")], change.Changed);
    }

    [Fact]
    public async Task A_flag_tells_of_its_own_changes_only()
    {
        _source.Sends("""{"s": {"f": {"stable": 1}, "g": {"stable": 1}}}""");
        await using var config = await OpenAsync();
        var heard = new List<string>();
        config.GetFlag("s", "f", -1).Changed += (_, _) => throw new InvalidOperationException("a bug");
        config.GetFlag("s", "f", -1).Changed += (sender, _) => heard.Add($"f of {ReferenceEquals(sender, config)}");
        config.GetFlag("s", "g", -1).Changed += (_, _) => heard.Add("g");

        _source.Sends("""{"s": {"f": {"stable": 2}, "g": {"stable": 1}}}""");
        await config.RefreshAsync();

        Assert.Equal(["f of True"], heard);
    }

    [Fact]
    public async Task A_handler_that_throws_harms_nobody()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var told = false;
        config.Changed += (_, _) => throw new InvalidOperationException("a bug");
        config.Changed += (_, _) => told = true;

        _source.Sends(Config(2));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.True(told);
    }

    [Fact]
    public async Task A_handler_may_refresh_again()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var inner = RefreshOutcome.Failed;
        config.Changed += (_, _) => inner = config.RefreshAsync().GetAwaiter().GetResult();

        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal(RefreshOutcome.Unchanged, inner);
    }

    [Fact]
    public async Task A_flag_that_vanishes_answers_its_default()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);

        _source.Sends("{}");
        await config.RefreshAsync();

        Assert.Equal(-1, flag.Evaluate("key"));
    }

    [Fact]
    public async Task After_disposing_flags_answer_on_and_refreshing_is_refused()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);
        await config.DisposeAsync();

        Assert.Equal(1, flag.Evaluate("key"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => config.RefreshAsync());
    }

    [Fact]
    public async Task Disposing_ends_a_fetch_under_way()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);
        var refresh = config.RefreshAsync();

        await config.DisposeAsync();

        Assert.Equal(RefreshOutcome.Failed, await refresh);
    }

    [Fact]
    public async Task A_frozen_view_sees_neither_a_new_config_nor_the_clock()
    {
        _source.Sends("""{"s": {"f": {"stable": 0, "new": 1, "end_time": "2030-01-01 00:00:10Z", "duration": "0s"}}}""");
        await using var config = await OpenAsync();
        var live = config.GetFlag("s", "f", -1);
        var frozen = config.Freeze().GetFlag("s", "f", -1);

        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal((1, 0), (live.Evaluate("key"), frozen.Evaluate("key")));

        _source.Sends(Config(5));
        await config.RefreshAsync();
        Assert.Equal((5, 0), (live.Evaluate("key"), frozen.Evaluate("key")));
    }

    [Fact]
    public async Task Readers_during_swaps_see_one_of_the_two_configs()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            while (!done.IsCancellationRequested)
            {
                if (flag.Evaluate("key") is not (1 or 2) || config.GetValue("s", "f", "key", -1) is not (1 or 2))
                    return false;
            }

            return true;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();

        for (var i = 0; i < 200; i++)
        {
            _source.Sends(Config(1 + i % 2));
            await config.RefreshAsync();
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), Assert.True);
    }

    private Task<SlowrollConfig> OpenAsync(CancellationToken cancellationToken = default) =>
        SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false }, cancellationToken);
}
