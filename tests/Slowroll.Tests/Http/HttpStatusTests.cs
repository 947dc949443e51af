using Microsoft.Extensions.Time.Testing;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

public sealed class HttpStatusTests
{
    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(410)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task Survive_10_13_and_23_any_other_status_is_a_failure_that_names_it(int status)
    {
        var fetched = await FetchAsync(status, "ETag: \"1\"");

        Assert.Contains($"{status}", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_23_the_ETag_of_a_part_is_not_kept()
    {
        Assert.Null((await FetchAsync(206, "ETag: \"1\"")).ETag);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("86401", 86400)]
    [InlineData("99999999999999999999", 86400)]
    [InlineData("Wed, 21 Oct 2015 07:30:00 GMT", 120)]
    [InlineData("Wed, 21 Oct 2015 07:00:00 GMT", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 86400)]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT", 0)]
    public async Task Survive_11_and_12_a_Retry_After_counts_from_zero_to_a_day(string header, int seconds)
    {
        var fetched = await FetchAsync(429, $"Retry-After: {header}");

        Assert.Equal(TimeSpan.FromSeconds(seconds), fetched.RetryAfter);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task Survive_12_a_Retry_After_that_makes_no_sense_is_none(string header)
    {
        Assert.Null((await FetchAsync(503, $"Retry-After: {header}")).RetryAfter);
    }

    [Fact]
    public async Task Survive_25_a_date_counts_against_the_servers_clock_where_it_tells_it()
    {
        var fetched = await FetchAsync(
            503, "Date: Sun, 01 Jan 2017 00:00:00 GMT\r\nRetry-After: Sun, 01 Jan 2017 00:01:00 GMT");

        Assert.Equal(TimeSpan.FromMinutes(1), fetched.RetryAfter);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Only_429_and_503_can_ask_to_be_left_alone(int status)
    {
        Assert.Null((await FetchAsync(status, "Retry-After: 120")).RetryAfter);
    }

    [Fact]
    public async Task What_a_server_writes_beside_its_status_is_not_repeated()
    {
        await using var server = RawServer.Start("HTTP/1.1 500 secret\u001b[31m\r\nContent-Length: 6\r\n\r\nsecret");
        using var source = new HttpConfigSource(server.Url);

        Assert.DoesNotContain("secret", (await source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    private static async Task<FetchResult> FetchAsync(int status, string headers)
    {
        var clock = new FakeTimeProvider(new(2015, 10, 21, 7, 28, 0, TimeSpan.Zero));
        var length = status == 204 ? "" : "Content-Length: 0\r\n";
        await using var server = RawServer.Start($"HTTP/1.1 {status} Status\r\n{length}{headers}\r\n\r\n");
        using var source = new HttpConfigSource(server.Url, new() { TimeProvider = clock });
        return await source.FetchAsync(null, default);
    }
}
