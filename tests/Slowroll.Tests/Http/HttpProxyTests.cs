using System.Net;
using System.Net.Sockets;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

/// <summary>Proxies of a client of one's own. Those of the environment are read once in a process:
/// Slowroll.Processes.Tests.</summary>
public sealed class HttpProxyTests
{
    [Theory]
    [InlineData("407 Proxy Authentication Required", "wants credentials (407)")]
    [InlineData("403 Forbidden", "it refused (403)")]
    [InlineData("502 Bad Gateway", "it refused (502)")]
    public async Task Survive_29_a_tunnel_that_is_refused_is_the_proxys_fault_and_shows_no_credentials(
        string status, string says)
    {
        await using var proxy =
            RawServer.Start(RawAnswer.Of(status, "Proxy-Authenticate: Basic realm=\"s3cret\"\r\n", "s3cret"));

        var fetched = await FetchAsync("https://config.test/c.json", proxy.Url.Authority);

        Assert.Contains("the proxy", fetched.Sentence(), StringComparison.Ordinal);
        Assert.Contains(says, fetched.Sentence(), StringComparison.Ordinal);
        AssertNoSecret(fetched);
    }

    [Theory]
    [InlineData("http://config.test/c.json")]
    [InlineData("https://config.test/c.json")]
    public async Task Survive_15_a_proxy_that_is_down_is_named(string url)
    {
        var proxy = UnusedAddress();

        var fetched = await FetchAsync(url, proxy);

        Assert.Contains(
            $"couldn't be asked: the proxy {proxy} can't be connected to (ConnectionRefused)",
            fetched.Sentence(),
            StringComparison.Ordinal);
        AssertNoSecret(fetched);
    }

    [Fact]
    public async Task Survive_15_a_proxy_that_nobody_knows_is_named()
    {
        var fetched = await FetchAsync("http://config.test/c.json", "proxy.invalid:3128");

        Assert.Contains("the proxy proxy.invalid:3128 can't be found", fetched.Sentence(), StringComparison.Ordinal);
        AssertNoSecret(fetched);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\ns3cret")]
    [InlineData(
        "HTTP/1.1 407 s3cret\r\nProxy-Authenticate: Negotiate s3cret, Digest \"s3cret\r\nContent-Length: 0\r\n\r\n")]
    public async Task Survive_29_a_proxy_that_answers_nonsense_shows_no_credentials(string answer)
    {
        await using var proxy = RawServer.Start(answer);

        AssertNoSecret(await FetchAsync("https://config.test/c.json", proxy.Url.Authority));
    }

    [Fact]
    public async Task A_server_that_is_down_is_not_called_a_proxy()
    {
        using var client = new HttpClient();
        using var source = new HttpConfigSource(new($"http://{UnusedAddress()}/c.json"), new() { HttpClient = client });

        Assert.DoesNotContain("proxy", (await source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    private static async Task<FetchResult> FetchAsync(string url, string proxy)
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(new Uri($"http://ada:s3cret@{proxy}/")) };
        using var client = new HttpClient(handler);
        using var source = new HttpConfigSource(new(url), new() { HttpClient = client });
        return await source.FetchAsync(null, default);
    }

    private static void AssertNoSecret(FetchResult fetched)
    {
        Assert.StartsWith("http", fetched.Sentence(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fetched.Sentence() + fetched.Exception, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", fetched.Sentence() + fetched.Exception, StringComparison.Ordinal);
    }

    private static string UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}
