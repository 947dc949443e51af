using System.Net.Http.Headers;
using System.Text;

namespace Slowroll.Sources;

/// <summary>The client of a source that was given none.</summary>
internal static class ConfigHttpClient
{
    public static HttpClient Create()
    {
        // The deadline of a fetch comes with its cancellation token, and covers the body too.
        var client = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("Slowroll", typeof(ConfigHttpClient).Assembly.GetName().Version?.ToString(3)));
        return client;
    }

    public static SocketsHttpHandler CreateHandler() => new()
    {
        // A connection kept for ever would never see its host move in DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxAutomaticRedirections = 5,
        UseCookies = false,
        // An ETag may have bytes above ASCII. Answers are read as Latin-1, so they go back as the bytes they were.
        RequestHeaderEncodingSelector = static (header, _) =>
            header.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null,
    };
}
