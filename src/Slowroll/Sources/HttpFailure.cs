using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Says in words why no config came, and quotes nothing that may have a secret in it. The slowroll command
/// prints the same sentences: so they say "in a program" where only a program can do something.</summary>
internal static class HttpFailure
{
    private const string ProxySettings =
        "check HTTPS_PROXY, HTTP_PROXY and ALL_PROXY (or, in a program, the HttpClient)";

    private const int LongestTarget = 200;

    /// <summary>The end of a sentence for a status other than 200.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="proxy">The proxy's name; null if there is none or it isn't known.</param>
    public static string OfStatus(HttpResponseMessage response, string? proxy) => (int)response.StatusCode switch
    {
        204 => "answered 204, which has no content: serve the config with status 200",
        206 => "answered 206, a part only, though nobody asked for a part: serve the whole config with status 200",
        304 => "answered 304 though the request had no condition: a cache in between mixes its answers up; clear it",
        >= 300 and < 400 and var status => $"answered {status}, a redirect that wasn't followed{Target(response)} "
            + "(there were more than allowed, it has no target, or it leads from https to http): use the address "
            + "it leads to",
        401 => "answered 401: it wants credentials, as user:password@ in the URL (or, in a program, from "
            + "SlowrollOptions.HttpClient)",
        403 => "answered 403: the credentials, if any, don't give access; check them and the file's permissions",
        404 => "answered 404: there is no such file; check the address and whether the config has been uploaded",
        407 => WantsProxyCredentials(proxy),
        410 => "answered 410: the config is gone for good; put it back or use its new address",
        429 => "answered 429: too many requests; ask less often (in a program by SlowrollOptions.PollInterval), or "
            + "raise the server's limit",
        503 => "answered 503: it is out of service for now, which mostly passes",
        >= 500 and var status => $"answered {status}: the fault is the server's, see its log",
        var status => $"answered {status} instead of 200: check the address with curl -i",
    };

    /// <summary>Whether the answer will be the same until somebody corrects the request or the server's
    /// files.</summary>
    public static bool IsLasting(HttpStatusCode status) =>
        (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425);

    /// <summary>The end of a sentence for an exception.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <param name="route">Where the request failed.</param>
    /// <param name="isOwnClient">Whether the client is the built-in one.</param>
    public static string OfException(Exception exception, RequestRoute route, bool isOwnClient)
    {
        if (OfProxy(exception, route.Proxy) is { } ofProxy)
            return ofProxy;

        return (OfNetwork(exception), route.Target) switch
        {
            ({ } what, null) => what,
            ({ } what, { } target) => $"led to {target}, which {what}",
            (null, { } target) =>
                $"answered with a redirect that wasn't followed to {target} ({TypeOf(exception)}): use the address "
                    + "it leads to",
            _ when isOwnClient =>
                $"couldn't be asked, or answered something that can't be handled ({TypeOf(exception)}): "
                + "see with curl -i what it answers, a redirect in particular",
            _ => $"couldn't be asked: SlowrollOptions.HttpClient threw {TypeOf(exception)}, whose words aren't shown "
                + "since they may "
                + "have a secret in them: check its handlers, and with curl -i what the server answers",
        };
    }

    private static string? OfNetwork(Exception exception) => exception switch
    {
        OperationCanceledException =>
            "didn't answer in time: check that it can be reached, or raise SlowrollOptions.FetchTimeout",
        HttpRequestException request => OfError(request.HttpRequestError, request),
        HttpIOException body => OfError(body.HttpRequestError, body),
        IOException => Broken,
        _ => null,
    };

    // The proxy failed: the server wasn't asked.
    private static string? OfProxy(Exception exception, string? proxy) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused => TunnelStatus(
            refused) switch
        {
            407 => WantsProxyCredentials(proxy),
            var status => $"can't be reached through the proxy{Named(proxy)}: it "
                + $"refused{(status is { } known ? $" ({known})" : "")}; "
                + "check whether it lets this host through, its address and the credentials",
        },
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when proxy is not null =>
            $"couldn't be asked: the proxy {proxy} can't be connected "
                + $"to{SocketCode(exception)}; {ProxySettings} and whether it runs",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } when proxy is not null =>
            $"couldn't be asked: the proxy {proxy} can't be found, DNS doesn't know its host; {ProxySettings}",
        _ => null,
    };

    // In .NET 8 only the message has the status, at its end: ... failed with status code '407'.
    private static int? TunnelStatus(HttpRequestException refused) =>
        refused.StatusCode is { } status ? (int)status
        : refused.Message.Split('\'') is [.., var told, _]
            && int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 100 and < 600 ? number
        : null;

    private static string WantsProxyCredentials(string? proxy) =>
        $"couldn't be asked: the proxy{Named(proxy)} wants credentials (407); set "
            + "HTTPS_PROXY=http://user:password@host:port "
        + "(or, in a program, give an HttpClient that has them)";

    private static string Named(string? proxy) => proxy is null ? "" : $" {proxy}";

    private static string TypeOf(Exception exception) => exception.GetType().Name;

    private const string Broken =
        "broke its answer off: the connection ended before the config was complete; if it stays so, see the log of "
            + "the server and of proxies in between";

    private static string OfError(HttpRequestError error, Exception exception) => error switch
    {
        HttpRequestError.NameResolutionError =>
            "can't be found: DNS doesn't know its host; check the name and the resolver",
        HttpRequestError.ConnectionError =>
            $"can't be connected to{SocketCode(exception)}: check host, port, firewall and whether it runs",
        HttpRequestError.SecureConnectionError =>
            $"can't be trusted, TLS failed{TlsReason(exception)}: check its certificate, its name and this "
                + "machine's clock",
        HttpRequestError.InvalidResponse => "answered something that isn't HTTP: check the port and what listens there",
        HttpRequestError.ConfigurationLimitExceeded =>
            "answered with headers longer than the HttpClient allows: send fewer",
        _ => Broken,
    };

    private static string Target(HttpResponseMessage response) => response switch
    {
        { Headers.Location: { } target, RequestMessage.RequestUri: { } asked }
            when Uri.TryCreate(asked, target, out var whole) =>
                " to " + OneLine.Of(UrlText.NameOf(whole), LongestTarget),
        _ => "",
    };

    private static string SocketCode(Exception exception) =>
        HttpCause.Find<SocketException>(exception) is { } socket ? $" ({socket.SocketErrorCode})" : "";

    private static string TlsReason(Exception exception) =>
        !OperatingSystem.IsBrowser() && HttpCause.Find<AuthenticationException>(exception) is { } tls
            ? $" ({OneLine.Of(UrlText.WithoutSecrets(tls.Message).TrimEnd('.'))})"
            : "";
}
