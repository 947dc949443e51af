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
        await using var config =
            SlowrollConfig.Create(_source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false });
        var flag = config.GetFlag("s", "f", -1);
        Assert.Equal((-1, ConfigOrigin.None), (flag.Evaluate("key"), config.Status.Origin));

        await config.StartAsync();

        Assert.Equal(1, flag.Evaluate("key"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => config.StartAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => SlowrollConfig.Empty.StartAsync());
    }

    [Fact]
    public async Task The_names_and_the_bytes_are_those_of_the_config_in_force()
    {
        _source.Sends("""{"a": {"x": {"stable": 1}, "y": 5}, "b": {"x": {"stable": 2}}}""");
        await using var config = SlowrollConfig.Create(_source, "test", new() { UseDiskCache = false });
        Assert.Empty(config.FlagNames);
        Assert.True(config.Status.Utf8Json.IsEmpty);

        await config.StartAsync();
        var names = config.FlagNames;
        _source.Sends("{}");
        await config.RefreshAsync();

        Assert.Equal([new("a", "x"), new("a", "y"), new("b", "x")], names);
        Assert.Empty(config.FlagNames);
        Assert.Equal("{}"u8, config.Status.Utf8Json.Span);
    }

    [Fact]
    public void A_fixed_config_has_names_and_bytes_too()
    {
        var config = SlowrollConfig.FromJson("""{"a": {"x": {"stable": 1}}}"""u8.ToArray());

        Assert.Equal([new("a", "x")], config.FlagNames);
        Assert.Equal([new("a", "x")], config.Freeze().FlagNames);
        Assert.Equal("""{"a": {"x": {"stable": 1}}}"""u8, config.Status.Utf8Json.Span);
    }

    [Fact]
    public async Task What_a_programmer_got_wrong_is_thrown()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => SlowrollConfig.OpenAsync((IConfigSource)null!, "test"));
        await Assert.ThrowsAsync<ArgumentException>(() => SlowrollConfig.OpenAsync(_source, " "));
        Assert.Throws<ArgumentNullException>(() => SlowrollConfig.Empty.GetValue(null!, "f", "key", 0));
        Assert.Throws<ArgumentNullException>(() => SlowrollConfig.Empty.GetFlag("s", null!, 0));
    }

    private Task<SlowrollConfig> OpenAsync(CancellationToken cancellationToken = default) =>
        SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false }, cancellationToken);
}
