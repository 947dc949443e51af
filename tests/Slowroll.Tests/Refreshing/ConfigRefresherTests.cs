using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Refreshing;

public class ConfigRefresherTests
{
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_new_config_is_in_force_at_once()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);
        Assert.Equal(1, flag.Evaluate("key"));

        _source.Sends(Config(2));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal((2, 2), (flag.Evaluate("key"), config.GetValue("s", "f", "key", -1)));
    }

    [Fact]
    public async Task The_etag_comes_back_as_it_was_given()
    {
        _source.Sends(Config(1), "W/\"é\"");
        await using var config = await OpenAsync();
        await config.RefreshAsync();

        Assert.Equal([null, "W/\"é\""], _source.Asked);
    }

    [Fact]
    public async Task Not_modified_keeps_the_config_and_makes_it_young_again()
    {
        _source.Sends(Config(1), "a");
        await using var config = await OpenAsync();
        _source.Answer = (_, _) => ValueTask.FromResult(FetchResult.NotModified);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromMinutes(5), config.Status.Age);

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal((TimeSpan.Zero, "a"), (config.Status.Age, config.Status.ETag));
    }

    [Fact]
    public async Task Survive_2_not_modified_while_nothing_is_held_is_a_failure_and_the_next_fetch_has_no_condition()
    {
        _source.Answer = (_, _) => ValueTask.FromResult(FetchResult.NotModified);
        await using var config = await OpenAsync();
        Assert.Contains("nothing was held", config.Status.LastError, StringComparison.Ordinal);

        await config.RefreshAsync();

        Assert.Equal([null, null], _source.Asked);
    }

    [Fact]
    public async Task Survive_8_a_rejected_answer_replaces_neither_the_config_nor_its_etag()
    {
        _source.Sends(Config(1), "good");
        await using var config = await OpenAsync();
        _source.Sends("{\"s\": {\"f\": {\"sta", "truncated");

        Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());
        await config.RefreshAsync();

        Assert.Equal([null, "good", "good"], _source.Asked);
        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
        Assert.Equal(("good", 2), (config.Status.ETag, config.Status.ConsecutiveFailures));
        Assert.Contains("Line 1, column 18", config.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_poll_is_known_while_it_is_waited_for()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        while (config.Status.NextPollAt is null)
            await Task.Delay(1);

        var wait = config.Status.NextPollAt!.Value - _time.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(60));

        await config.DisposeAsync();
        Assert.Null(config.Status.NextPollAt);
    }

    [Fact]
    public async Task There_is_no_next_poll_where_the_config_is_fetched_only_on_demand()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync(Timeout.InfiniteTimeSpan);
        await config.RefreshAsync();

        Assert.Null(config.Status.NextPollAt);
    }

    [Fact]
    public async Task What_a_source_throws_is_a_failure()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        _source.Answer = (_, _) => throw new InvalidTimeZoneException("no such zone");

        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Equal("ScriptedSource.FetchAsync threw InvalidTimeZoneException: no such zone. Catch it there, and "
            + "return FetchResult.Failed with what to do about it.", config.Status.LastError);
        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task After_a_fault_the_next_good_answer_is_taken()
    {
        _source.Fails("down");
        await using var config = await OpenAsync();
        Assert.Equal((ConfigOrigin.None, 1), (config.Status.Origin, config.Status.ConsecutiveFailures));

        _source.Sends(Config(1));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(
            (ConfigOrigin.Source, 0, null),
            (config.Status.Origin, config.Status.ConsecutiveFailures, config.Status.LastError));
    }

    [Fact]
    public async Task Survive_7_another_ETag_for_the_same_bytes_is_no_change()
    {
        _source.Sends(Config(1), "a");
        await using var config = await OpenAsync();
        config.Changed += (_, _) => Assert.Fail("nothing has changed");
        _source.Sends(Config(1), "b");

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal("b", config.Status.ETag);
    }

    [Fact]
    public async Task Polling_goes_on_after_a_failure()
    {
        _source.Fails("down");
        await using var config = await OpenAsync();
        _source.Sends(Config(1));

        await _time.AdvanceUntil(() => config.Status.Origin == ConfigOrigin.Source, TimeSpan.FromSeconds(1));

        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task After_the_first_polling_asks_not_more_than_once_an_interval()
    {
        _source.Sends(Config(1), "a");
        await using var config = await OpenAsync();
        await _time.AdvanceUntil(() => _source.Asked.Count == 2, TimeSpan.FromSeconds(3));

        for (var polls = 2; polls <= 5; polls++)
        {
            var before = _time.GetUtcNow();
            await _time.AdvanceUntil(() => _source.Asked.Count == polls + 1, TimeSpan.FromSeconds(3));
            Assert.True(_time.GetUtcNow() - before >= TimeSpan.FromSeconds(51));
        }
    }

    [Fact]
    public async Task Survive_14_a_fetch_that_takes_too_long_is_given_up_even_if_the_source_forgets_its_token()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);

        var refresh = config.RefreshAsync();
        await _time.AdvanceUntil(() => refresh.IsCompleted, TimeSpan.FromSeconds(31));

        Assert.Equal(RefreshOutcome.Failed, await refresh);
        Assert.Contains("No whole answer came within 00:00:30", config.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_waiting_leaves_the_refresh_to_the_others()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var answer = new TaskCompletionSource<FetchResult>();
        _source.Answer = (_, _) => new(answer.Task);

        var patient = config.RefreshAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => config.RefreshAsync(new CancellationToken(canceled: true)));
        answer.SetResult(FetchResult.NotModified);

        Assert.Equal(RefreshOutcome.Unchanged, await patient);
    }

    private Task<SlowrollConfig> OpenAsync(TimeSpan? pollInterval = null) =>
        SlowrollConfig.OpenAsync(_source, "test", new SlowrollOptions
        {
            TimeProvider = _time,
            UseDiskCache = false,
            PollInterval = pollInterval ?? TimeSpan.FromSeconds(60),
        });
}
