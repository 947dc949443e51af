using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

public sealed class HttpConditionalTests
{
    private const string Config = """{"features":{}}""";

    [Fact]
    public async Task The_first_fetch_has_no_condition()
    {
        await using var server = await LoopbackServer.StartAsync(Config, ("ETag", "\"1\""));
        using var source = new HttpConfigSource(server.Url);

        await source.FetchAsync(null, default);

        Assert.Null(server.Requests[0]["If-None-Match"]);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("W/\"1\"")]
    [InlineData("w/\"1\"")]
    [InlineData("unquoted")]
    [InlineData("\"unclosed")]
    [InlineData("\"with \"quotes\" inside\"")]
    [InlineData("\"a,b, c\"")]
    [InlineData("W/\"a, W/b\"")]
    [InlineData("\"*\"")]
    [InlineData("a*b")]
    [InlineData("\"\"")]
    [InlineData("\"caf\u00e9\u00ff\"")]
    public async Task Survive_4_and_5_an_ETag_goes_back_byte_for_byte(string etag)
    {
        await using var server = RawServer.Start($"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: 2\r\n\r\n{{}}");
        await using var recorder = await LoopbackServer.StartAsync(Config);
        using var first = new HttpConfigSource(server.Url);
        using var second = new HttpConfigSource(recorder.Url);

        var fetched = await first.FetchAsync(null, default);
        await second.FetchAsync(fetched.ETag, default);

        Assert.Equal(etag, recorder.Requests[0]["If-None-Match"]);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("W/*")]
    [InlineData("w/ *")]
    [InlineData("*, \"a\"")]
    [InlineData("**")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("\"a\",\"b\"")]
    [InlineData("W/\"a\" , W/\"b\"")]
    [InlineData("\"a\",")]
    [InlineData(",\"a\"")]
    [InlineData("a,b")]
    [InlineData("\"a, b")]
    [InlineData("\"a\" b, c\"")]
    [InlineData("W/")]
    [InlineData(",")]
    public async Task Survive_4_and_5_an_ETag_that_is_a_star_or_a_list_does_not_go_back(string etag)
    {
        await using var server = RawServer.Start($"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: 2\r\n\r\n{{}}");
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);
        await source.FetchAsync(fetched.ETag, default);

        Assert.Null(server.LastCondition());
    }

    // What only an older version, or somebody else, can have written into a cache file.
    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t")]
    [InlineData("\"a\u0001\"")]
    [InlineData("\"a\u007f\"")]
    [InlineData("\"a\0\"")]
    [InlineData("\"a\r\nX-Evil: 1\"")]
    [InlineData("\"\u0100\"")]
    [InlineData("\"\ud800\"")]
    [InlineData("Last-Modified: ")]
    [InlineData("Last-Modified: *")]
    [InlineData("Last-Modified: yesterday")]
    [InlineData("Last-Modified: 2015-10-21")]
    [InlineData("Last-Modified: Wed, 21 Oct 2015 07:28:00 +0000")]
    [InlineData("Last-Modified: Thu, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT\r\nX-Evil: 1")]
    [InlineData("Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT, Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task Survive_4_and_5_what_names_no_version_is_not_sent_wherever_it_comes_from(string etag)
    {
        await using var server = RawServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal("{}", (await source.FetchAsync(etag, default)).Text());

        Assert.DoesNotContain("\r\nIf-", server.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Evil", server.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    [InlineData(60_000, false)]
    public async Task Survive_4_and_5_an_ETag_goes_back_up_to_512_bytes(int length, bool goesBack)
    {
        var etag = $"\"{new string('a', length - 2)}\"";
        await using var server = RawServer.Start($"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: 2\r\n\r\n{{}}");
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);
        await source.FetchAsync(fetched.ETag, default);

        Assert.Equal(goesBack ? etag : null, server.LastCondition());
    }

    [Theory]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("Wednesday, 21-Oct-15 07:28:00 GMT")]
    [InlineData("Wed Oct 21 07:28:00 2015")]
    [InlineData("Sun Nov  1 07:28:00 2015")]
    public async Task Survive_4_and_5_a_date_goes_back_byte_for_byte_in_each_of_the_forms_of_HTTP(string date)
    {
        await using var server =
            RawServer.Start($"HTTP/1.1 200 OK\r\nLast-Modified: {date}\r\nContent-Length: 2\r\n\r\n{{}}");
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);
        await source.FetchAsync(fetched.ETag, default);

        Assert.Contains($"\r\nIf-Modified-Since: {date}\r\n", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_1_a_304_without_a_body_is_not_modified()
    {
        await using var server = await LoopbackServer.StartAsync(NotModifiedIfAsked);
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal(FetchKind.NotModified, (await source.FetchAsync("\"1\"", default)).Kind);
    }

    [Fact]
    public async Task A_304_is_answered_before_anything_of_its_body_would_come()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 304 Not Modified\r\nContent-Length: 1000000\r\n\r\n", RawEnding.Silence);
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal(FetchKind.NotModified, (await source.FetchAsync("\"1\"", default)).Kind);
    }

    [Fact]
    public async Task Survive_2_a_304_that_nobody_asked_for_is_a_failure()
    {
        await using var server = RawServer.Start("HTTP/1.1 304 Not Modified\r\n\r\n");
        using var source = new HttpConfigSource(server.Url);

        Assert.Contains("304", (await source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_3_a_200_without_an_ETag_is_fresh_and_has_none()
    {
        await using var server = await LoopbackServer.StartAsync(Config);
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);

        Assert.Equal((Config, null), (fetched.Text(), fetched.ETag));
    }

    [Fact]
    public async Task Survive_6_the_same_ETag_with_another_body_is_fresh()
    {
        await using var server = await LoopbackServer.StartAsync(Config, ("ETag", "\"1\""));
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal(Config, (await source.FetchAsync("\"1\"", default)).Text());
    }

    [Fact]
    public async Task Two_ETags_are_none()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nETag: \"b\"\r\nContent-Length: 2\r\n\r\n{}");
        using var source = new HttpConfigSource(server.Url);

        Assert.Null((await source.FetchAsync(null, default)).ETag);
    }

    [Fact]
    public async Task An_ETag_that_a_client_of_ones_own_cannot_send_is_left_out()
    {
        await using var server = await LoopbackServer.StartAsync(Config);
        using var client = new HttpClient();
        using var source = new HttpConfigSource(server.Url, new() { HttpClient = client });

        Assert.Equal(Config, (await source.FetchAsync("\"caf\u00e9\"", default)).Text());
    }

    [Fact]
    public async Task An_ETag_cannot_smuggle_a_header_in()
    {
        await using var server = await LoopbackServer.StartAsync(Config);
        using var source = new HttpConfigSource(server.Url);

        await source.FetchAsync("\"1\"\r\nX-Evil: 1", default);

        Assert.Null(server.Requests[0]["X-Evil"]);
    }

    [Fact]
    public async Task Where_there_is_only_a_date_it_becomes_the_condition()
    {
        const string Date = "Wed, 21 Oct 2015 07:28:00 GMT";
        await using var server = await LoopbackServer.StartAsync(Config, ("Last-Modified", Date));
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);
        await source.FetchAsync(fetched.ETag, default);

        Assert.Equal((Date, null), (server.Requests[1]["If-Modified-Since"], server.Requests[1]["If-None-Match"]));
    }

    [Fact]
    public async Task A_304_to_a_date_is_not_modified()
    {
        await using var server = await LoopbackServer.StartAsync(NotModifiedIfAsked);
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal(FetchKind.NotModified,
            (await source.FetchAsync("Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT", default)).Kind);
    }

    [Fact]
    public async Task An_ETag_is_preferred_to_a_date()
    {
        await using var server = await LoopbackServer.StartAsync(
            Config, ("ETag", "\"1\""), ("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT"));
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal("\"1\"", (await source.FetchAsync(null, default)).ETag);
    }

    [Fact]
    public async Task A_date_within_the_second_of_its_answer_is_not_remembered()
    {
        const string Now = "Wed, 21 Oct 2015 07:28:00 GMT";
        await using var server = await LoopbackServer.StartAsync(Config, ("Last-Modified", Now), ("Date", Now));
        using var source = new HttpConfigSource(server.Url);

        Assert.Null((await source.FetchAsync(null, default)).ETag);
    }

    private static Task NotModifiedIfAsked(HttpContext context)
    {
        var isConditional =
            context.Request.Headers.IfNoneMatch.Count + context.Request.Headers.IfModifiedSince.Count > 0;
        context.Response.StatusCode = isConditional ? 304 : 500;
        return Task.CompletedTask;
    }
}
