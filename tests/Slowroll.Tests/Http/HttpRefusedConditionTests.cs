using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

/// <summary>Servers that answer a condition with an error.</summary>
public sealed class HttpRefusedConditionTests
{
    private const string Config = """{"features":{}}""";
    private const string Date = "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT";

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(405)]
    [InlineData(406)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(413)]
    [InlineData(414)]
    [InlineData(416)]
    [InlineData(417)]
    [InlineData(418)]
    [InlineData(422)]
    [InlineData(428)]
    [InlineData(431)]
    [InlineData(499)]
    public async Task Survive_4_and_5_after_a_4xx_to_a_condition_the_config_is_fetched_without_it(int status)
    {
        await using var server = await RefusingAsync(status);
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync("\"1\"", default);

        Assert.Equal((Config, "\"2\""), (fetched.Text(), fetched.ETag));
        Assert.Equal(["\"1\"", null], server.Requests.Select(request => request["If-None-Match"]));
    }

    [Fact]
    public async Task Survive_4_and_5_a_date_that_is_refused_is_left_out_too()
    {
        await using var server = await RefusingAsync(400);
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal(Config, (await source.FetchAsync(Date, default)).Text());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(408)]
    [InlineData(410)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_status_that_no_condition_causes_is_taken_as_it_is(int status)
    {
        await using var server = await RefusingAsync(status);
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync("\"1\"", default);

        Assert.Contains($"{status}", fetched.Sentence(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_a_condition_nothing_is_asked_twice()
    {
        await using var server = RawServer.Start(RawAnswer.Of("400 Bad Request", "", ""));
        using var source = new HttpConfigSource(server.Url);

        await source.FetchAsync(null, default);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_refuses_both_is_asked_twice_and_its_second_answer_counts()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = IsConditional(context) ? 400 : 503;
            context.Response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        });
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync("\"1\"", default);

        Assert.Contains("503", fetched.Sentence(), StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(7), false, 2),
            (fetched.RetryAfter, fetched.IsLasting, server.Requests.Count));
    }

    [Fact]
    public async Task A_304_to_the_request_without_a_condition_is_a_failure()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = IsConditional(context) ? 412 : 304;
            return Task.CompletedTask;
        });
        using var source = new HttpConfigSource(server.Url);

        Assert.Contains("304", (await source.FetchAsync("\"1\"", default)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_deadline_ends_both_requests()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return IsConditional(context) ? Task.CompletedTask : Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var source = new HttpConfigSource(server.Url);
        using var deadline = new CancellationTokenSource();

        var fetch = source.FetchAsync("\"1\"", deadline.Token).AsTask();
        while (server.Requests.Count < 2 && !fetch.IsCompleted)
            await Task.Delay(1);
        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    private static bool IsConditional(HttpContext context) =>
        context.Request.Headers.IfNoneMatch.Count + context.Request.Headers.IfModifiedSince.Count > 0;

    private static Task<LoopbackServer> RefusingAsync(int status) => LoopbackServer.StartAsync(context =>
    {
        if (IsConditional(context))
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        context.Response.Headers.ETag = "\"2\"";
        return context.Response.WriteAsync(Config);
    });
}
