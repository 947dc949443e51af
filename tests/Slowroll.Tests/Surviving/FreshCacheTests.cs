using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>Programs that end before a fetch behind their back is through: how old may the config be that they go
/// by?</summary>
public sealed class FreshCacheTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines _log = new();

    public FreshCacheTests() => _source.Sends(Config(1), "1");

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(null, 100_000, 1)]
    [InlineData(60, 59, 1)]
    [InlineData(60, 60, 1)]
    [InlineData(60, 61, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(0, 1, 2)]
    public async Task Survive_42_a_cached_config_that_is_not_fresh_waits_for_a_fetch(
        int? freshForMinutes, int ageInMinutes, int value)
    {
        await KeepAsync(1);
        _time.Advance(TimeSpan.FromMinutes(ageInMinutes));
        var mayAnswer = new TaskCompletionSource();
        _source.Answer = async (_, _) =>
        {
            await mayAnswer.Task;
            return FetchResult.Fresh(System.Text.Encoding.UTF8.GetBytes(Config(2)), "2");
        };

        var opening = OpenAsync(freshForMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
        if (value == 2)
        {
            await Task.WhenAny(
                opening, Task.Run(() => SpinWait.SpinUntil(() => _source.Asked.Count == 2, TimeSpan.FromMinutes(1))));
        }

        Assert.Equal(value == 1, value == 1 ? await opening is not null : opening.IsCompleted);
        if (value == 2)
            mayAnswer.SetResult();
        await using var config = await opening;

        Assert.Equal(value, config.GetValue("s", "f", "key", -1));
        mayAnswer.TrySetResult();
    }

    [Fact]
    public async Task What_was_waited_for_is_on_disk_when_the_program_goes_on()
    {
        await KeepAsync(1);
        _source.Sends(Config(2), "2");
        await using var config = await OpenAsync(TimeSpan.Zero);
        _source.Fails("down");

        await using var next = await OpenAsync(null);

        Assert.Equal((2, "2"), (next.GetValue("s", "f", "key", -1), next.Status.ETag));
    }

    [Fact]
    public async Task Survive_42_after_the_time_out_the_cached_config_is_used_and_that_is_told()
    {
        await KeepAsync(1);
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);

        await using var config = await OpenAsync(TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal((1, ConfigOrigin.Cache), (config.GetValue("s", "f", "key", -1), config.Status.Origin));
        Assert.Single(
            _log.With("No newer config came from script within 00:00:00; the cached one stays until one does."));
        Assert.Empty(_log.With("defaults"));
    }

    [Fact]
    public async Task A_fetch_that_fails_is_not_waited_for_any_longer()
    {
        await KeepAsync(1);
        _source.Fails("down");

        await using var config =
            await OpenAsync(TimeSpan.Zero, TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, "down"), (config.GetValue("s", "f", "key", -1), config.Status.LastError));
    }

    [Fact]
    public async Task While_it_waits_the_cached_config_is_in_force()
    {
        await KeepAsync(1);
        var mayAnswer = new TaskCompletionSource();
        await using var config = SlowrollConfig.Create(_source, "test", Options(TimeSpan.Zero, TimeSpan.FromDays(1)));
        _source.Answer = async (_, _) =>
        {
            Assert.Equal(1, config.GetValue("s", "f", "key", -1));
            await mayAnswer.Task;
            return FetchResult.NotModified;
        };
        var starting = config.StartAsync();
        mayAnswer.SetResult();
        await starting;

        Assert.Equal((1, ConfigOrigin.Source, 0),
            (config.GetValue("s", "f", "key", -1), config.Status.Origin, config.Status.ConsecutiveFailures));
    }

    [Fact]
    public async Task Survive_42_a_config_that_was_confirmed_is_fresh_for_the_next_program()
    {
        await KeepAsync(1);
        _source.Answer = (_, _) => new(FetchResult.NotModified);
        _time.Advance(TimeSpan.FromMinutes(11));
        await (await OpenAsync(TimeSpan.FromMinutes(10))).DisposeAsync();
        _time.Advance(TimeSpan.FromMinutes(9));
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);

        await using var config =
            await OpenAsync(TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromMinutes(9), config.Status.Age);
    }

    [Fact]
    public void A_time_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new SlowrollOptions { CacheFreshFor = TimeSpan.FromTicks(-1) });

    private async Task KeepAsync(int value)
    {
        _source.Sends(Config(value), $"{value}");
        await using var config = await OpenAsync(null);
    }

    private Task<SlowrollConfig> OpenAsync(TimeSpan? freshFor, TimeSpan? startupTimeout = null) =>
        SlowrollConfig.OpenAsync(_source, "test", Options(freshFor, startupTimeout ?? TimeSpan.FromDays(1)));

    private SlowrollOptions Options(TimeSpan? freshFor, TimeSpan startupTimeout) => new()
    {
        CacheDirectory = _directory.Path,
        PollInterval = Timeout.InfiniteTimeSpan,
        CacheFreshFor = freshFor,
        StartupTimeout = startupTimeout,
        TimeProvider = _time,
        LoggerFactory = _log,
    };
}
