using Slowroll.Tests.Servers;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Cases 11, 12, 25 and 26: times that a server asks for, and clocks that are wrong.</summary>
public sealed class ClockTests : IAsyncDisposable
{
    private readonly Production _production = new() { PollInterval = TimeSpan.FromMinutes(1) };

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Fact]
    public async Task Survive_11_polling_leaves_a_server_alone_as_long_as_its_429_asks()
    {
        await using var config = await _production.OpenAsync();
        await RefuseAsync(config, "429 Too Many Requests", "300");
        var refused = _production.Time.GetUtcNow();

        _production.Server.Answer = Good(2);
        await _production.Time.AdvanceUntil(() => Value(config) == 2, TimeSpan.FromSeconds(5));

        Assert.True(_production.Time.GetUtcNow() - refused > TimeSpan.FromSeconds(290));
        AssertGood(config, 2);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("soon")]
    public async Task Survive_12_no_Retry_After_stops_the_polling_for_hours(string retryAfter)
    {
        await using var config = await _production.OpenAsync();
        await RefuseAsync(config, "503 Service Unavailable", retryAfter);

        _production.Server.Answer = Good(2);
        for (var hours = 0; hours < 5 && Value(config) != 2; hours++)
        {
            _production.Time.Advance(TimeSpan.FromHours(1));
            for (var patience = 0; patience < 1000 && Value(config) != 2; patience++)
                await Task.Delay(1);
        }

        AssertGood(config, 2);
    }

    [Fact]
    public async Task Survive_25_a_skew_against_the_servers_date_is_told_once_and_does_no_harm()
    {
        const string Date = "Date: Tue, 01 Jan 2030 00:10:00 GMT\r\n";
        _production.Server.Answer = RawAnswer.Of("200 OK", Date + "ETag: \"1\"\r\n", ScriptedSource.Config(1));
        await using var config = await _production.OpenAsync();
        await config.RefreshAsync();

        Assert.Equal(TimeSpan.FromMinutes(10), config.Status.ClockSkew);
        Assert.Single(_production.Log.With("is 00:10:00 ahead of this machine's"));
        AssertGood(config, 1);
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task Survive_26_polling_goes_by_no_wall_clock(int days)
    {
        await using var config = await _production.OpenAsync();
        await Task.Delay(50);

        // The date jumps; no time goes by.
        _production.Server.Answer = Good(2);
        _production.Time.AdjustTime(_production.Time.GetUtcNow().AddDays(days));
        await Task.Delay(50);
        Assert.Single(_production.Server.Requests);

        await _production.Time.AdvanceUntil(() => Value(config) == 2, TimeSpan.FromSeconds(10));
        AssertGood(config, 2);
    }

    [Fact]
    public async Task Survive_26_an_age_is_not_negative_after_the_clock_has_gone_back()
    {
        await using var config = await _production.OpenAsync();

        _production.Time.AdjustTime(_production.Time.GetUtcNow().AddDays(-1));

        Assert.Equal(TimeSpan.Zero, config.Status.Age);
    }

    private async Task RefuseAsync(SlowrollConfig config, string status, string retryAfter)
    {
        _production.Server.Answer = RawAnswer.Of(status, $"Retry-After: {retryAfter}\r\n", "");
        await _production.Time.AdvanceUntil(() => config.Status.ConsecutiveFailures > 0, TimeSpan.FromSeconds(5));
    }
}
