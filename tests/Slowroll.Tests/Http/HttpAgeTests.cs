using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Tests.Servers;

namespace Slowroll.Tests.Http;

/// <summary>A cache between the server and the program says how old its answer is.</summary>
public sealed class HttpAgeTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly Lines _log = new();
    private readonly HttpClient _client;
    private string? _age;
    private DateTimeOffset? _date;
    private int _version = 1;

    public HttpAgeTests() => _client = new HttpClient(new FakeHandler(Answer));

    public void Dispose()
    {
        _client.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_config_counts_as_confirmed_when_the_cache_got_it()
    {
        _age = "7200";
        await using var config = await OpenAsync(TimeSpan.FromHours(1));

        Assert.Equal(Start.AddHours(-2), config.Status.ConfirmedAt);
        Assert.Equal(TimeSpan.FromHours(2), config.Status.Age);
        Assert.Equal(Start.AddHours(-1), config.Status.RampsStoppedAt);
    }

    [Fact]
    public async Task A_304_of_the_cache_confirms_no_more_than_that()
    {
        await using var config = await OpenAsync(TimeSpan.FromHours(1));

        _time.Advance(TimeSpan.FromHours(3));
        _age = "7200";
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal(Start.AddHours(1), config.Status.ConfirmedAt);
        Assert.Equal(Start.AddHours(2), config.Status.RampsStoppedAt);

        _age = null;
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal(Start.AddHours(3), config.Status.ConfirmedAt);
        Assert.Null(config.Status.RampsStoppedAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_older_answer_after_a_fresh_one_does_not_move_the_time_back(int version)
    {
        await using var config = await OpenAsync();

        _time.Advance(TimeSpan.FromMinutes(1));
        (_age, _version) = ("7200", version);
        await config.RefreshAsync();

        Assert.Equal(Start, config.Status.ConfirmedAt);
        Assert.Equal(version, config.GetValue("s", "f", "web-1", -1));
    }

    [Fact]
    public async Task After_the_clock_was_put_back_a_time_in_the_future_does_not_stay()
    {
        await using var config = await OpenAsync();

        _time.AdjustTime(Start.AddDays(-1));
        _age = "60";
        await config.RefreshAsync();

        Assert.Equal(Start.AddDays(-1), config.Status.ConfirmedAt);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public async Task An_age_that_is_none_counts_as_none(string age)
    {
        _age = age;
        await using var config = await OpenAsync();

        Assert.Equal(Start, config.Status.ConfirmedAt);
    }

    [Fact]
    public async Task The_longest_age_there_is_is_no_fault()
    {
        _age = $"{int.MaxValue}";
        _time.SetUtcNow(Start);
        await using var config = await OpenAsync();

        Assert.Equal(Start.AddSeconds(-int.MaxValue), config.Status.ConfirmedAt);
    }

    // A cache keeps the date of the answer, or puts its own in its place: neither is a clock that is wrong.
    [Theory]
    [InlineData(-2 * 60, 0)]
    [InlineData(0, 0)]
    [InlineData(-30, 0)]
    [InlineData(30, 30)]
    [InlineData(-3 * 60, -60)]
    public async Task The_date_of_an_old_answer_is_no_skew(int minutes, int skew)
    {
        (_age, _date) = ("7200", Start.AddMinutes(minutes));
        await using var config = await OpenAsync();

        Assert.Equal(TimeSpan.FromMinutes(skew), config.Status.ClockSkew);
        Assert.Equal(skew == 0 ? 0 : 1, _log.With("ahead of this machine's").Count);
    }

    [Fact]
    public async Task A_date_at_the_end_of_the_calendar_is_no_fault()
    {
        (_age, _date) = ("7200", new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        await using var config = await OpenAsync();

        Assert.Equal(1, config.GetValue("s", "f", "web-1", -1));
    }

    private Task<SlowrollConfig> OpenAsync(TimeSpan? maxStaleness = null) => SlowrollConfig.OpenAsync(
        new Uri("http://config.test/"), "test", new()
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            MaxStaleness = maxStaleness,
            TimeProvider = _time,
            HttpClient = _client,
            LoggerFactory = _log,
        });

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var etag = $"\"{_version}\"";
        var isKnown = request.Headers.IfNoneMatch.Contains(new EntityTagHeaderValue(etag));
        HttpResponseMessage response = new(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        if (!isKnown)
            response.Content = new StringContent($$"""{"s": {"f": {"stable": {{_version}} } } }""");
        response.Headers.TryAddWithoutValidation("ETag", etag);
        response.Headers.Date = _date;
        if (_age is not null)
            response.Headers.TryAddWithoutValidation("Age", _age);
        return response;
    }
}
