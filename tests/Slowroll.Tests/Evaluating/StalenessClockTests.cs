using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Evaluating;

public class StalenessClockTests
{
    private const string Ramp =
        """{"s": {"f": {"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d"} } }""";

    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task A_machine_that_is_cut_off_stops_its_ramps_at_the_limit()
    {
        await using var config = await OpenAsync(TimeSpan.FromHours(6));
        var flag = config.GetFlag("s", "f", -1);
        _source.Fails("cut off");
        _time.Advance(TimeSpan.FromHours(30));

        Assert.Equal(0, flag.Evaluate("web-uj8502d"));
        Assert.Equal(25, flag.Explain("web-uj8502d").Share!.Value, 6);
        Assert.Equal(Start.AddHours(6), flag.Explain("web-uj8502d").RampsStoppedAt);
        Assert.Equal(Start.AddHours(6), config.Status.RampsStoppedAt);
    }

    [Fact]
    public async Task The_ramps_go_on_once_the_source_has_confirmed_the_config()
    {
        await using var config = await OpenAsync(TimeSpan.FromHours(6));
        _source.Fails("cut off");
        _time.Advance(TimeSpan.FromHours(13));
        Assert.Equal(0, config.GetValue("s", "f", "web-uj8502d", -1));

        _source.Answer = (_, _) => ValueTask.FromResult(FetchResult.NotModified);
        await config.RefreshAsync();

        Assert.Equal(1, config.GetValue("s", "f", "web-uj8502d", -1));
        Assert.Null(config.Status.RampsStoppedAt);
    }

    [Fact]
    public async Task That_ramps_stand_still_is_logged_once_and_so_is_its_end()
    {
        using var log = new Lines();
        await using var config = await OpenAsync(TimeSpan.FromHours(6), log: log);
        _source.Fails("cut off");
        await config.RefreshAsync();
        Assert.Empty(log.With("Ramps"));

        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromHours(5));
            await config.RefreshAsync();
        }

        Assert.Equal(
            "Warning: Ramps stand still since 2030-01-01 06:00:00Z: script has not confirmed the config for longer "
                + "than 06:00:00 "
            + "(SlowrollOptions.MaxStaleness). They go on when it does.",
            Assert.Single(log.With("Ramps")));

        _source.Sends(Ramp);
        await config.RefreshAsync();
        await config.RefreshAsync();
        Assert.Equal("Information: Ramps go on: script has confirmed the config again.",
            Assert.Single(log.With("Ramps go on")));
    }

    [Theory]
    [InlineData("<html>a hotel</html>")]
    [InlineData("")]
    public async Task An_answer_that_is_rejected_confirms_nothing(string body)
    {
        await using var config = await OpenAsync(TimeSpan.FromHours(6));
        _time.Advance(TimeSpan.FromHours(13));
        _source.Sends(body);
        Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());

        Assert.Equal(0, config.GetValue("s", "f", "web-uj8502d", -1));
        Assert.Equal(Start.AddHours(6), config.Status.RampsStoppedAt);
    }

    [Fact]
    public async Task A_frozen_view_of_ramps_that_stand_still_says_so_too()
    {
        await using var config = await OpenAsync(TimeSpan.FromHours(6));
        _time.Advance(TimeSpan.FromHours(13));

        var answer = config.Freeze().GetFlag("s", "f", -1).Explain("web-uj8502d");
        Assert.Equal((0, Start.AddHours(6)), (answer.Value, answer.RampsStoppedAt));
    }

    [Fact]
    public async Task A_number_that_is_interpolated_stands_still_and_says_so()
    {
        await using var config = await OpenAsync(
            TimeSpan.FromHours(6),
            Ramp.Replace("\"new\": 1", "\"new\": 100, \"interpolate\": true", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromHours(13));

        var answer = config.GetFlag("s", "f", -1).Explain("key");
        Assert.Equal((25, Start.AddHours(6)), (answer.Value, answer.RampsStoppedAt));
    }

    [Fact]
    public async Task A_config_of_the_cache_is_as_old_as_its_last_confirmation()
    {
        using var directory = new TemporaryDirectory();
        var options = Options(TimeSpan.FromHours(6));
        (options.UseDiskCache, options.CacheDirectory) = (true, directory.Path);
        _source.Sends(Ramp);
        await (await SlowrollConfig.OpenAsync(_source, "test", options)).DisposeAsync();
        _source.Fails("cut off");
        _time.Advance(TimeSpan.FromHours(13));

        await using var config = await SlowrollConfig.OpenAsync(_source, "test", options);

        Assert.Equal((ConfigOrigin.Cache, Start.AddHours(6)), (config.Status.Origin, config.Status.RampsStoppedAt));
        Assert.Equal(0, config.GetValue("s", "f", "web-uj8502d", -1));
    }

    [Fact]
    public async Task A_rollout_that_ended_after_the_cached_config_grew_too_old_has_not_ended()
    {
        // The system's clock, by which a rollout that is over is decided for good.
        using var directory = new TemporaryDirectory();
        var now = TimeProvider.System.GetUtcNow();
        _source.Sends(
            $$"""{"s": {"f": {"stable": 0, "new": 1, "end_time": "{{now.AddHours(-1):yyyy-MM-dd HH:mm}}Z", "duration": "1h"} } }""");
        await (await SlowrollConfig.OpenAsync(_source, "test", Cached(new FakeTimeProvider(now.AddDays(-2)))))
            .DisposeAsync();
        _source.Fails("cut off");

        await using var config = SlowrollConfig.Create(_source, "test", Cached(TimeProvider.System));
        var flag = config.GetFlag("s", "f", -1);
        await config.StartAsync();

        Assert.Equal(ConfigOrigin.Cache, config.Status.Origin);
        Assert.Equal((0, 0), (flag.Evaluate("key"), config.GetValue("s", "f", "key", -1)));

        SlowrollOptions Cached(TimeProvider time)
        {
            var options = Options(TimeSpan.FromHours(6));
            (options.TimeProvider, options.UseDiskCache, options.CacheDirectory) = (time, true, directory.Path);
            return options;
        }
    }

    [Fact]
    public async Task Without_a_limit_the_ramps_go_on()
    {
        await using var config = await OpenAsync(null);
        _source.Fails("cut off");
        _time.Advance(TimeSpan.FromHours(13));

        Assert.Equal(1, config.GetValue("s", "f", "web-uj8502d", -1));
        Assert.Null(config.Explain("s", "f", "web-uj8502d").RampsStoppedAt);
    }

    [Fact]
    public async Task The_longest_limit_there_is_does_not_overflow()
    {
        await using var config = await OpenAsync(TimeSpan.MaxValue);
        _time.Advance(TimeSpan.FromHours(13));

        Assert.Equal(1, config.GetValue("s", "f", "web-uj8502d", -1));
        Assert.Null(config.Status.RampsStoppedAt);
    }

    private Task<SlowrollConfig> OpenAsync(TimeSpan? maxStaleness, string config = Ramp, Lines? log = null)
    {
        _source.Sends(config, "a");
        var options = Options(maxStaleness);
        options.LoggerFactory = log;
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }

    private SlowrollOptions Options(TimeSpan? maxStaleness) => new()
    {
        TimeProvider = _time,
        UseDiskCache = false,
        PollInterval = Timeout.InfiniteTimeSpan,
        MaxStaleness = maxStaleness,
    };
}
