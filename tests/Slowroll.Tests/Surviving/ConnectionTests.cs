using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Slowroll.Sources;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Cases 14 to 17, 28 and 29: what can happen to a connection, and what the live config makes of it.</summary>
public sealed class ConnectionTests
{
    private const string Bad = "ETag: \"bad\"\r\n";

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nETag: \"bad\"\r\nContent-Length: 37\r\n\r\n{\"s\": {")]
    public async Task Survive_14_a_server_that_falls_silent_anywhere_ends_at_the_total_deadline(string answer)
    {
        await using var production = new Production();
        await production.AssertSurvivedAsync(new(answer, RawEnding.Silence), "No whole answer came within");
    }

    [Fact]
    public async Task Survive_14_a_body_that_drips_ends_at_the_total_deadline()
    {
        await using var production = new Production();

        var drip = new RawAnswer($"HTTP/1.1 200 OK\r\n{Bad}Content-Length: 3600\r\n\r\n")
        {
            Again = " ",
            Times = 3600,
            Pause = TimeSpan.FromMilliseconds(20),
        };

        await production.AssertSurvivedAsync(drip, "No whole answer came within");
    }

    [Fact]
    public async Task Survive_14_headers_that_drip_end_at_the_total_deadline()
    {
        await using var production = new Production();
        var drip = new RawAnswer("HTTP/1.1 200 OK\r\n")
        {
            Again =
            "X: 1\r\n",
            Times = 3600,
            Pause = TimeSpan.FromMilliseconds(20)
        };

        await production.AssertSurvivedAsync(drip, "No whole answer came within");
    }

    [Fact]
    public async Task Survive_14_a_connection_that_never_comes_about_ends_at_the_total_deadline()
    {
        if (!OperatingSystem.IsLinux())
            return;

        // As long as nobody accepts, a full queue leaves whoever comes next without an answer.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(0);
        using var first = new TcpClient();
        await first.ConnectAsync((IPEndPoint)deaf.LocalEndPoint!);
        await using var production = new Production();

        var opening = production.OpenAsync(new($"http://{deaf.LocalEndPoint}/config.json"));
        await production.Time.AdvanceUntil(() => opening.IsCompleted, TimeSpan.FromHours(5));

        await using var config = await opening;
        await production.Time.AdvanceUntil(() => config.Status.LastError is not null, TimeSpan.FromHours(5));
        Assert.Contains("No whole answer came within", config.Status.LastError, StringComparison.Ordinal);
        Assert.Equal((-1, ConfigOrigin.None), (Value(config), config.Status.Origin));
    }

    [Fact]
    public async Task Survive_15_a_host_that_DNS_does_not_know_is_told_and_flags_answer_defaults()
    {
        await using var production = new Production();

        // A name that may never exist, says RFC 2606.
        await using var config = await production.OpenAsync(new("http://slowroll.invalid/config.json"));

        Assert.Contains("DNS", config.Status.LastError, StringComparison.Ordinal);
        Assert.Equal((-1, ConfigOrigin.None), (Value(config), config.Status.Origin));
    }

    [Fact]
    public async Task Survive_15_a_refused_connection_is_forgotten_once_the_server_is_up_again()
    {
        await using var production = new Production();
        await using var config = await production.OpenAsync();

        await production.StopServerAsync();
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        AssertBroken(config, failures: 1, "ConnectionRefused");

        production.RestartServer(Good(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        AssertGood(config, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nETag: \"ba")]
    [InlineData("HTTP/1.1 200 OK\r\nETag: \"bad\"\r\nContent-Length: 37\r\n\r\n{\"s\": {")]
    public async Task Survive_15_a_connection_reset_anywhere_keeps_the_last_good_config(string answer)
    {
        await using var production = new Production();
        await production.AssertSurvivedAsync(new(answer, RawEnding.Reset), "http://127.0.0.1");
    }

    [Fact]
    public async Task Survive_15_a_certificate_that_changes_is_refused_until_it_is_the_trusted_one_again()
    {
        using var trusted = LoopbackServer.SelfSigned();
        using var other = LoopbackServer.SelfSigned();
        var current = trusted;
        var sent = Config(1);
        await using var server = await LoopbackServer.StartAsync(
            context =>
            {
                // Else the connection of the first certificate would serve on.
                context.Response.Headers.Connection = "close";
                context.Response.Headers.ETag = sent == Config(1) ? "\"1\"" : "\"2\"";
                return context.Response.WriteAsync(sent);
            },
            () => current);
        await using var production = new Production { Client = ClientThatTrusts(trusted) };
        await using var config = await production.OpenAsync(server.Url);
        AssertGood(config, 1);

        (current, sent) = (other, Config(2));
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        AssertBroken(config, failures: 1, "TLS failed");
        Assert.Single(server.Requests);

        current = trusted;
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        AssertGood(config, 2);
    }

    [Fact]
    public async Task Survive_16_a_redirect_loop_keeps_the_last_good_config()
    {
        await using var production = new Production();
        await production.AssertSurvivedAsync(
            $"HTTP/1.1 302 Found\r\nLocation: {production.Server.Url}\r\nContent-Length: 0\r\n\r\n",
            "a redirect that wasn't followed");
    }

    [Fact]
    public async Task Survive_17_a_body_of_a_gigabyte_is_refused_by_its_length()
    {
        await using var production = new Production();

        await production.AssertSurvivedAsync(
            Gigabyte($"HTTP/1.1 200 OK\r\n{Bad}Content-Length: {1L << 30}\r\n\r\n", ""), "MaxConfigBytes");

        Assert.InRange(production.Server.Sent, 0, WhatLiesInBuffers);
    }

    [Fact]
    public async Task Survive_17_a_body_of_a_gigabyte_that_does_not_say_so_is_refused_at_the_limit()
    {
        await using var production = new Production();

        await production.AssertSurvivedAsync(
            Gigabyte($"HTTP/1.1 200 OK\r\n{Bad}Transfer-Encoding: chunked\r\n\r\n", "100000\r\n"), "MaxConfigBytes");

        Assert.InRange(production.Server.Sent, production.MaxConfigBytes, WhatLiesInBuffers);
    }

    [Fact]
    public async Task Survive_28_a_host_that_moves_in_DNS_is_found_again_although_its_old_address_still_answers()
    {
        var dns = new Dictionary<string, Uri>();
        using var handler = ConfigHttpClient.CreateHandler();
        handler.ConnectCallback = async (context, token) =>
        {
            var client = new TcpClient();
            var address = dns[context.DnsEndPoint.Host];
            await client.ConnectAsync(address.Host, address.Port, token);
            return client.GetStream();
        };

        // Minutes become milliseconds.
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        handler.PooledConnectionLifetime /= 60_000;
        await using var old = await LoopbackServer.StartAsync(Config(1), ("ETag", "\"1\""));
        await using var moved = await LoopbackServer.StartAsync(Config(2), ("ETag", "\"2\""));
        await using var production = new Production { Client = new HttpClient(handler, disposeHandler: false) };
        dns["config.test"] = old.Url;
        await using var config = await production.OpenAsync(new("http://config.test/config.json"));
        AssertGood(config, 1);

        dns["config.test"] = moved.Url;
        await Task.Delay(50);
        await config.RefreshAsync();

        AssertGood(config, 2);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Error\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: ftp://user:s3cret@127.0.0.1/?key=s3cret\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"s\":")]
    [InlineData("nonsense")]
    public async Task Survive_29_no_secret_of_the_URL_is_in_a_log_a_status_or_the_cache(string fault)
    {
        await using var production = new Production();
        var url =
            new UriBuilder(production.Server.Url) { UserName = "user", Password = "s3cret", Query = "key=s3cret" }.Uri;
        await using var config = await production.OpenAsync(url);
        production.Server.Answer = fault;
        await config.RefreshAsync();
        await using var fromCache = await production.OpenAsync(url);
        await fromCache.RefreshAsync();

        Assert.Contains("key=s3cret", production.Server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("Authorization: Basic", production.Server.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(1, Value(fromCache));
        Assert.NotEmpty(production.Log.With("could not be refreshed"));
        string[] places = [
            .. production.Log.All,
            $"{config.Status}",
            await File.ReadAllTextAsync(production.CacheFile),
            production.CacheFile
        ];
        Assert.DoesNotContain(places, place =>
            place.Contains("s3cret", StringComparison.Ordinal) || place.Contains("Basic ", StringComparison.Ordinal));
    }

    // A loopback connection holds a few MiB on its way, for each of the two fetches.
    private const long WhatLiesInBuffers = 64 << 20;

    private static RawAnswer Gigabyte(string head, string beforeEach) =>
        new(head)
        {
            Again = beforeEach
            + new string(' ', 1 << 20)
            + (beforeEach.Length > 0 ? "\r\n" : ""),
            Times = 1024
        };

    private static HttpClient ClientThatTrusts(X509Certificate2 trusted)
    {
        var handler = ConfigHttpClient.CreateHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString() == trusted.Thumbprint;
        return new HttpClient(handler);
    }
}
