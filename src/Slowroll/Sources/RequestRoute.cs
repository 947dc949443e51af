using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Which way a failed request went: where redirects led it, and through which proxy.</summary>
/// <param name="Target">What was asked last, without secrets, where that is another address than the config's; else null.</param>
/// <param name="Proxy">The proxy, without its credentials; null where there is none or nobody knows it.</param>
internal readonly record struct RequestRoute(string? Target, string? Proxy)
{
    private const int LongestTarget = 200;

    /// <param name="url">The config's URL.</param>
    /// <param name="request">The request; the client writes into it where a redirect leads. Null if there was none yet.</param>
    /// <param name="isOwnClient">Whether the client is the built-in one, which goes by the proxy of the environment.</param>
    /// <param name="exception">What the client threw; null where it got an answer.</param>
    public static RequestRoute Of(Uri url, HttpRequestMessage? request, bool isOwnClient, Exception? exception)
    {
        try
        {
            var asked = request?.RequestUri ?? url;
            var isRedirected = asked.AbsoluteUri != url.AbsoluteUri;
            return new(
                isRedirected ? OneLine.Of(UrlText.NameOf(asked), LongestTarget) : null,
                isOwnClient ? ProxyOfEnvironment(asked) : exception is HttpRequestException failed ? WhoeverElse(asked, failed) : null);
        }
#pragma warning disable CA1031 // A URL of a server, or a proxy's settings, may be worse than the platform expects: then it isn't named.
        catch (Exception)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    private static string? ProxyOfEnvironment(Uri asked) =>
        !HttpClient.DefaultProxy.IsBypassed(asked) && HttpClient.DefaultProxy.GetProxy(asked) is { } proxy && proxy != asked
            ? OneLine.Of(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))
            : null;

    // The handler of a client of one's own can't be asked. But the platform's handler says at the end of its message whom it
    // couldn't connect to: if that isn't who was asked, it is a proxy.
    private static string? WhoeverElse(Uri asked, HttpRequestException exception)
    {
        var message = exception.Message;
        if (exception.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
            || message is not [.., ')']
            || message.LastIndexOf('(') is not (>= 0 and var start))
        {
            return null;
        }

        var server = message[(start + 1)..^1];
        return Uri.TryCreate($"http://{server}", UriKind.Absolute, out var other)
            && other is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
            && (other.IdnHost, other.Port) != (asked.IdnHost, asked.Port)
                ? OneLine.Of(other.Authority)
                : null;
    }
}
