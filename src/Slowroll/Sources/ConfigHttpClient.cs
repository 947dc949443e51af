using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Text;

namespace Slowroll.Sources;

/// <summary>The built-in client, for a source that was given none.</summary>
internal static class ConfigHttpClient
{
    public static HttpClient Create()
    {
        // A browser makes the connections itself, and says itself who asks.
        if (OperatingSystem.IsBrowser())
            return new HttpClient { Timeout = Timeout.InfiniteTimeSpan };

        // The cancellation token limits a fetch, with its body.
        var client = new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("Slowroll", typeof(ConfigHttpClient).Assembly.GetName().Version?.ToString(3)));
        return client;
    }

    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // A connection that is kept for ever would not notice that its host has another address in DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxAutomaticRedirections = 5,
        UseCookies = false,
        // An ETag may have bytes above ASCII. Answers are read as Latin-1, so the same bytes are sent back.
        RequestHeaderEncodingSelector = static (header, _) =>
            header.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null,
    };
}
