using System.Net;
using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>A poll that is answered 304, beside the HTTP client alone: no socket, so that only our own work and the
/// client's count.</summary>
[MemoryDiagnoser]
public class RefreshBenchmarks
{
    private readonly HttpClient _client = new(new UnchangedHandler());
    private SlowrollConfig _config = null!;

    [GlobalSetup]
    public async Task OpenAsync() => _config = await SlowrollConfig.OpenAsync(
        new Uri("http://bench/"),
        "bench",
        new() { HttpClient = _client, UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });

    [GlobalCleanup]
    public void Close() => _config.Dispose();

    [Benchmark(Baseline = true, Description = "HttpClient alone")]
    public async Task<HttpStatusCode> ClientAlone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://bench/");
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"1\"");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    [Benchmark(Description = "RefreshAsync, 304")]
    public Task<RefreshOutcome> Refresh() => _config.RefreshAsync();

    private sealed class UnchangedHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = request.Headers.NonValidated.Contains("If-None-Match")
                ? new HttpResponseMessage(HttpStatusCode.NotModified)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(BenchConfig.Utf8Json) };
            response.Headers.TryAddWithoutValidation("ETag", "\"1\"");
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}
