using System.Net;
using System.Net.Sockets;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

public sealed class HttpConnectionTests
{
    [Fact]
    public async Task Survive_15_a_refused_connection_is_a_failure()
    {
        Assert.Contains("ConnectionRefused", (await FetchAsync(UnusedAddress())).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task Survive_15_a_connection_reset_anywhere_is_a_failure(string answer)
    {
        await using var server = RawServer.Start(answer, RawEnding.Reset);

        Assert.Equal(FetchKind.Failed, (await FetchAsync(server.Url)).Kind);
    }

    [Fact]
    public async Task An_answer_that_is_not_HTTP_is_a_failure()
    {
        await using var server = RawServer.Start("220 mail.test ESMTP\r\n");

        Assert.Equal(FetchKind.Failed, (await FetchAsync(server.Url)).Kind);
    }

    [Fact]
    public async Task Survive_15_a_certificate_that_nobody_trusts_is_a_failure()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask, tls: true);

        Assert.Contains("TLS", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "DNS")]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy")]
    [InlineData(HttpRequestError.InvalidResponse, "isn't HTTP")]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, "headers")]
    [InlineData(HttpRequestError.Unknown, "broke")]
    public async Task What_broke_is_told_apart(HttpRequestError error, string word)
    {
        using var client = new HttpClient(new FakeHandler(_ => throw new HttpRequestException(error)));

        Assert.Contains(
            word, (await FetchAsync(new("http://config.test/"), client)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_14_the_deadline_of_a_client_of_ones_own_is_a_failure()
    {
        await using var server = RawServer.Start("", RawEnding.Silence);
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };

        Assert.Contains("in time", (await FetchAsync(server.Url, client)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task Survive_14_the_callers_deadline_ends_a_fetch_that_hangs_anywhere(string answer)
    {
        await using var server = RawServer.Start(answer, RawEnding.Silence);
        using var source = new HttpConfigSource(server.Url);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await source.FetchAsync(null, deadline.Token));
    }

    [Fact]
    public async Task A_cancellation_that_surfaces_as_a_broken_request_is_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        using var client = new HttpClient(new FakeHandler(_ =>
        {
            cancelled.Cancel();
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }));
        using var source = new HttpConfigSource(new("http://config.test/"), new() { HttpClient = client });

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await source.FetchAsync(null, cancelled.Token));

        Assert.Equal(cancelled.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_fetch_succeeds_once_the_fault_is_over()
    {
        var status = 500;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var source = new HttpConfigSource(server.Url);

        await source.FetchAsync(null, default);
        status = 200;

        Assert.Equal(FetchKind.Fresh, (await source.FetchAsync(null, default)).Kind);
    }

    [Fact]
    public void A_client_of_ones_own_is_not_disposed()
    {
        using var handler = new FakeHandler(_ => new());
        using var client = new HttpClient(handler);

        new HttpConfigSource(new("http://config.test/"), new() { HttpClient = client }).Dispose();

        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public async Task Survive_64_the_built_in_client_is_disposed()
    {
        var source = new HttpConfigSource(new("http://config.test/"));

        source.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await source.FetchAsync(null, default));
    }

    private static async Task<FetchResult> FetchAsync(Uri url, HttpClient? client = null)
    {
        using var source = new HttpConfigSource(url, new() { HttpClient = client });
        return await source.FetchAsync(null, default);
    }

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://{listener.LocalEndpoint}/config.json");
    }
}
