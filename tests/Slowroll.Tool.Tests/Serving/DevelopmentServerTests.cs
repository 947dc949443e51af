using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Serving;

namespace Slowroll.Tool.Tests.Serving;

/// <summary>What the development server answers, to the runtime and to others.</summary>
public sealed class DevelopmentServerTests : IDisposable
{
    private const string First = """{ "features": { "on": { "stable": 1 } } }""";
    private const string Second = """{ "features": { "on": { "stable": 2 }, "off": { "stable": 3 } } }""";

    private readonly Workspace _workspace = new();
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly HttpClient _client = new();

    public DevelopmentServerTests() => _workspace.Write("c d.json", First);

    public void Dispose()
    {
        _client.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task The_runtime_follows_the_file_and_keeps_what_it_has_while_the_file_is_broken()
    {
        await using var server = await StartAsync();
        SlowrollOptions options = new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan };
        await using var config = await SlowrollConfig.OpenAsync(server.Url, "serve", options);
        Assert.Equal(1, Value(config));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        _workspace.Write("c d.json", Second);
        await config.RefreshAsync();
        Assert.Equal(2, Value(config));

        _workspace.Write("c d.json", "{ \"features\": ");
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal((2, null), (Value(config), config.Status.LastError));
        File.Delete(_workspace["c d.json"]);
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        Assert.Contains(_lines, line => line.StartsWith("changed; now \"", StringComparison.Ordinal)
            && line.EndsWith("\", 2 flags", StringComparison.Ordinal));
        Assert.Contains(_lines, line => line.StartsWith("not served, \"", StringComparison.Ordinal)
            && line.Contains("Line 1, column", StringComparison.Ordinal));
        Assert.Contains(_lines, line => line.Contains("304 \"", StringComparison.Ordinal)
            && line.Contains("Slowroll/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_file_is_told_once()
    {
        await using var server = await StartAsync();
        _workspace.Write("c d.json", "{");
        await _client.GetAsync(server.Url);
        await _client.GetAsync(server.Url);

        Assert.Single(_lines, line => line.StartsWith("not served", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compressed_bytes_have_an_ETag_of_their_own_and_both_are_known()
    {
        await using var server = await StartAsync();
        using var plain = await _client.GetAsync(server.Url);
        using HttpRequestMessage zipped = new(HttpMethod.Get, server.Url);
        zipped.Headers.AcceptEncoding.Add(new("gzip"));
        using var compressed = await _client.SendAsync(zipped);

        Assert.Equal(First, await plain.Content.ReadAsStringAsync());
        Assert.Equal("gzip", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal("Accept-Encoding", Assert.Single(plain.Headers.Vary));
        foreach (var tag in new[] { plain.Headers.ETag, compressed.Headers.ETag!, EntityTagHeaderValue.Any })
        {
            using HttpRequestMessage again = new(HttpMethod.Get, server.Url);
            again.Headers.TryAddWithoutValidation("If-None-Match", tag.Tag == "*" ? "*" : $"\"other\", {tag}");
            using var answer = await _client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_refused_with_gzip_q_0_is_sent_as_it_is()
    {
        await using var server = await StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, server.Url);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip;q=0");
        using var answer = await _client.SendAsync(request);

        Assert.Equal(First, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_first_version_stays_with_stale()
    {
        await using var server = await StartAsync(isStale: true);
        _workspace.Write("c d.json", Second);

        Assert.Equal(First, await _client.GetStringAsync(server.Url));
        Assert.Contains(_lines, line => line.Contains("is still served (--stale)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20%", 2)]
    [InlineData("100", 10)]
    [InlineData("0 %", 0)]
    public async Task So_many_requests_fail(string fail, int failures)
    {
        await using var server = await StartAsync(ServingFaults.Read(fail, delay: null));
        var statuses = new List<int>();
        for (var i = 0; i < 10; i++)
        {
            using var answer = await _client.GetAsync(server.Url);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal(failures, statuses.Count(status => status is 500 or 503));
        Assert.Equal(failures > 1, statuses.Contains(500) && statuses.Contains(503));
    }

    [Theory]
    [InlineData("POST", "", 405)]
    [InlineData("HEAD", "", 200)]
    [InlineData("GET", "/../../etc/passwd", 404)]
    [InlineData("GET", "/%0a::error::x", 404)]
    public async Task Only_the_config_is_served_and_each_request_is_one_line(string method, string path, int status)
    {
        await using var server = await StartAsync();
        var url = path.Length == 0 ? server.Url : new(server.Url, path);
        using HttpRequestMessage request = new(new HttpMethod(method), url);
        request.Headers.TryAddWithoutValidation("User-Agent", "a\tb ##[error]");
        using var answer = await _client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.All(_lines, line => Assert.DoesNotContain('\n', line));
        Assert.Single(_lines, line => line.StartsWith(method, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_reported_with_what_to_do()
    {
        await using var server = await StartAsync();
        var exception = await Assert.ThrowsAsync<NotReadableException>(() => StartAsync(port: server.Url.Port));

        Assert.Contains("Name another one with --port", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_that_is_broken_from_the_start_is_not_served()
    {
        _workspace.Write("c d.json", "{");

        Assert.Throws<NotReadableException>(() => Served(isStale: false));
    }

    private static int Value(SlowrollConfig config) => config.GetValue("features", "on", "web-1", 0);

    private Task<DevelopmentServer> StartAsync(ServingFaults? faults = null, bool isStale = false, int port = 0) =>
        DevelopmentServer.StartAsync(
            Served(isStale), "c d.json", port, faults ?? ServingFaults.Read(null, null), _lines.Enqueue);

    private ServedConfig Served(bool isStale) =>
        new(InputReader.ReadFile(_workspace["c d.json"], "The config"), _lines.Enqueue) { IsStale = isStale };
}
