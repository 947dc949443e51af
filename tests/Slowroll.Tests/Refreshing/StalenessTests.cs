using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Refreshing;

public class StalenessTests
{
    private const string Ramp = """{"s": {"f": {"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d"} } }""";

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

        Assert.Equal(0, config.GetValue("s", "f", "web-uj8502d", -1));
    }

    private Task<SlowrollConfig> OpenAsync(TimeSpan? maxStaleness)
    {
        _source.Sends(Ramp, "a");
        return SlowrollConfig.OpenAsync(_source, "test", Options(maxStaleness));
    }

    private SlowrollOptions Options(TimeSpan? maxStaleness) => new()
    {
        TimeProvider = _time,
        UseDiskCache = false,
        PollInterval = Timeout.InfiniteTimeSpan,
        MaxStaleness = maxStaleness,
    };
}
