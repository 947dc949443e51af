using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>The way of a failed request: where redirects led it, and through which proxy.</summary>
/// <param name="Target">The last address, without secrets, if it is another one than the config's; else null.</param>
/// <param name="Proxy">The proxy, without its credentials; null if there is none or it isn't known.</param>
internal readonly record struct RequestRoute(string? Target, string? Proxy)
{
    private const int LongestTarget = 200;

    /// <param name="url">The config's URL.</param>
    /// <param name="request">The request; the client writes the address of a redirect into it. Null if there was none
    /// yet.</param>
    /// <param name="isOwnClient">Whether the client is the built-in one, which uses the proxy of the
    /// environment.</param>
    /// <param name="exception">What the client threw; null if it got an answer.</param>
    public static RequestRoute Of(Uri url, HttpRequestMessage? request, bool isOwnClient, Exception? exception)
    {
        try
        {
            var asked = request?.RequestUri ?? url;
            var isRedirected = asked.AbsoluteUri != url.AbsoluteUri;
            return new(
                isRedirected ? OneLine.Of(UrlText.NameOf(asked), LongestTarget) : null,
                isOwnClient
                    ? ProxyOfEnvironment(asked)
                    : exception is HttpRequestException failed ? WhoeverElse(asked, failed) : null);
        }
#pragma warning disable CA1031 // The platform may throw at a server's URL or at a proxy's settings: then neither is named.
        catch (Exception)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    private static string? ProxyOfEnvironment(Uri asked) =>
        !HttpClient.DefaultProxy.IsBypassed(asked)
            && HttpClient.DefaultProxy.GetProxy(asked) is { } proxy
            && proxy != asked
            ? OneLine.Of(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))
            : null;

    // The handler of a program's own client can't be asked for its proxy. But the platform's handler says at the end of
    // its message to which server it couldn't connect: if that isn't the server of the request, it is a proxy.
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
