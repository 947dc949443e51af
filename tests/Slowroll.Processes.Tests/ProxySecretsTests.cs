using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Slowroll.Tests.Servers;

namespace Slowroll.Processes.Tests;

/// <summary>Proxies of the environment, which a process reads once.</summary>
public sealed class ProxySecretsTests
{
    private const string Url = "https://config.test/c.json";

    private static readonly string[] Variables =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"];

    [Theory]
    [InlineData("HTTPS_PROXY", "http://ada:s3cret@{0}/")]
    [InlineData("https_proxy", "http://ada:s3cret@{0}")]
    [InlineData("ALL_PROXY", "http://ada:s3%2Fcret@{0}")]
    [InlineData("all_proxy", "ada:s3/cret@{0}")]
    public async Task Survive_29_a_tunnel_that_is_refused_tells_no_credentials_of_the_proxy(
        string variable, string value)
    {
        await using var proxy = RawServer.Start(RawAnswer.Of("403 Forbidden", "", ""));

        var output = await OpenAsync(Url, variable, Format(value, proxy.Url.Authority));

        Assert.Contains($"16: The cause of the failed refresh from {Url}", output, StringComparison.Ordinal);
        Assert.Contains(
            $"{Url} can't be reached through the proxy http://{proxy.Url.Authority}: it refused (403)",
            output,
            StringComparison.Ordinal);
        Assert.NotEmpty(proxy.Requests);
        AssertNoSecret(output);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", Url)]
    [InlineData("407 Proxy Authentication Required", "http://config.test/c.json")]
    public async Task Survive_29_a_proxy_that_does_not_know_its_credentials_is_named_without_them(
        string status, string url)
    {
        await using var proxy = RawServer.Start(RawAnswer.Of(status, "Proxy-Authenticate: Basic realm=\"x\"\r\n", ""));
        var variable = url.StartsWith("https", StringComparison.Ordinal) ? "HTTPS_PROXY" : "http_proxy";

        var output = await OpenAsync(url, variable, $"http://ada:s3cret@{proxy.Url.Authority}");

        Assert.Contains(
            $"{url} couldn't be asked: the proxy http://{proxy.Url.Authority} wants credentials (407)",
            output,
            StringComparison.Ordinal);
        AssertNoSecret(output);
    }

    [Theory]
    [InlineData("http_proxy", "http://ada:s3cret@{0}", "http://config.test/c.json", "http://{0}")]
    [InlineData("HTTPS_PROXY", "http://ada:s3cret@{0}", Url, "http://{0}")]
    [InlineData("ALL_PROXY", "socks5://ada:s3cret@{0}", Url, "socks5://{0}")]
    public async Task Survive_15_a_proxy_that_is_down_is_named_and_not_the_configs_host(
        string variable, string value, string url, string name)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var proxy = listener.LocalEndpoint.ToString()!;
        listener.Stop();

        var output = await OpenAsync(url, variable, Format(value, proxy));

        Assert.Contains(
            $"{url} couldn't be asked: the proxy {Format(name, proxy)} can't be connected to (ConnectionRefused)",
            output, StringComparison.Ordinal);
        AssertNoSecret(output);
    }

    private static string Format(string text, string proxy) => text.Replace("{0}", proxy, StringComparison.Ordinal);

    private static void AssertNoSecret(string output)
    {
        Assert.Contains("ConfigStatus {", output, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ada:", output, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(string url, string variable, string proxy)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ProxyUser).Assembly.Location, ProxyUser.Verb, url])
        {
            RedirectStandardOutput = true,
        };
        foreach (var each in Variables)
            start.Environment.Remove(each);
        start.Environment[variable] = proxy;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
