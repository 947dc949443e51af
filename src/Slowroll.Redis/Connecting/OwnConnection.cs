using System.Net;
using Slowroll.Texts;
using StackExchange.Redis;

namespace Slowroll.Redis.Connecting;

/// <summary>How a source connects by itself.</summary>
internal static class OwnConnection
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    /// <summary>The options of a program, changed so that a source can live with every state of the server.</summary>
    /// <exception cref="ArgumentException">An endpoint is a URL, or there is none.</exception>
    public static ConfigurationOptions Prepare(ConfigurationOptions options)
    {
        var own = options.Clone();
        if (own.EndPoints.Count == 0)
            throw new ArgumentException("The configuration of Redis names no server: it begins with host:port.");
        if (own.EndPoints.Any(IsNoHost))
        {
            // Otherwise a password in it would be shown as a part of the host's name in every log.
            throw new ArgumentException(
                "A server in the configuration of Redis is a URL, which isn't shown. Write host:port, and behind a "
                + "comma user=..., password=... and ssl=true.");
        }

        // The server may not run yet, or not run for a while; then a call fails at once instead of after five seconds.
        own.AbortOnConnectFail = false;
        own.BacklogPolicy = BacklogPolicy.FailFast;
        own.ReconnectRetryPolicy =
            new ExponentialRetry((int)FirstRetry.TotalMilliseconds, (int)LongestRetry.TotalMilliseconds);

        // Neither is needed, and a user who may only read the config may use neither.
        own.TieBreaker = "";
        own.ConfigurationChannel = "";
        return own;
    }

    /// <summary>Connects. A server that isn't there is no failure: the client goes on trying.</summary>
    public static async Task<IConnectionMultiplexer> ConnectAsync(ConfigurationOptions options) =>
        await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false);

    /// <summary>The servers as they may be shown.</summary>
    public static string NameOf(IEnumerable<EndPoint> servers) =>
        OneLine.List(", ", [.. servers], static server => OneLine.Of(UrlText.Shown(TextOf(server))));

    private static string TextOf(EndPoint server) => server switch
    {
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => server.ToString() ?? "",
    };

    private static bool IsNoHost(EndPoint server) =>
        server is DnsEndPoint dns && dns.Host.AsSpan().IndexOfAny("@/:?#") >= 0;
}
