using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Slowroll.Sources;

/// <summary>Says in words why no config came. Nothing is quoted that could hold a secret; what only a program can do about it is
/// called so, since the slowroll command says the same words.</summary>
internal static class HttpFailure
{
    /// <summary>The sentence's end for a status other than 200.</summary>
    public static string OfStatus(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        204 => "answered 204, which has no content: serve the config with status 200",
        206 => "answered 206, a part only, though nobody asked for a part: serve the whole config with status 200",
        304 => "answered 304 though the request had no condition: a cache in between mixes its answers up; clear it",
        >= 300 and < 400 and var status => $"answered {status}, a redirect that wasn't followed{Target(response)} "
            + "(there were more than allowed, it has no target, or it leads from https to http): use the address it leads to",
        401 => "answered 401: it wants credentials, as user:password@ in the URL (or, in a program, from SlowrollOptions.HttpClient)",
        403 => "answered 403: the credentials, if any, don't give access; check them and the file's permissions",
        404 => "answered 404: there is no such file; check the address and whether the config has been uploaded",
        407 => "couldn't be asked: the proxy wants credentials (407); set HTTPS_PROXY=http://user:password@host:port "
            + "(or, in a program, give an HttpClient that has them)",
        410 => "answered 410: the config is gone for good; put it back or use its new address",
        429 => "answered 429: too many requests; ask less often (in a program by SlowrollOptions.PollInterval), or raise the server's limit",
        503 => "answered 503: it is out of service for now, which mostly passes",
        >= 500 and var status => $"answered {status}: the fault is the server's, see its log",
        var status => $"answered {status} instead of 200: check the address with curl -i",
    };

    /// <summary>Whether the answer will be the same until somebody mends the request or the server's files.</summary>
    public static bool IsLasting(HttpStatusCode status) =>
        (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425);

    /// <summary>The sentence's end for an exception; null for one that isn't the network's.</summary>
    public static string? OfException(Exception exception) => exception switch
    {
        OperationCanceledException =>
            "didn't answer in time: check that it can be reached, or raise SlowrollOptions.FetchTimeout",
        HttpRequestException request => OfError(request.HttpRequestError, request),
        HttpIOException body => OfError(body.HttpRequestError, body),
        IOException => Broken,
        _ => null,
    };

    private const string Broken =
        "broke its answer off: the connection ended before the config was complete; if it stays so, see the log of the server and of proxies in between";

    private static string OfError(HttpRequestError error, Exception exception) => error switch
    {
        HttpRequestError.NameResolutionError => "can't be found: DNS doesn't know its host; check the name and the resolver",
        HttpRequestError.ConnectionError =>
            $"can't be connected to{SocketCode(exception)}: check host, port, firewall and whether it runs",
        HttpRequestError.SecureConnectionError =>
            $"can't be trusted, TLS failed{TlsReason(exception)}: check its certificate, its name and this machine's clock",
        HttpRequestError.ProxyTunnelError => "can't be reached through the proxy: check the proxy's address and credentials",
        HttpRequestError.InvalidResponse => "answered something that isn't HTTP: check the port and what listens there",
        HttpRequestError.ConfigurationLimitExceeded => "answered with headers longer than the HttpClient allows: send fewer",
        _ => Broken,
    };

    private static string Target(HttpResponseMessage response) => response switch
    {
        { Headers.Location: { } target, RequestMessage.RequestUri: { } asked }
            when Uri.TryCreate(asked, target, out var whole) => " to " + SourceUrl.NameOf(whole),
        _ => "",
    };

    private static string SocketCode(Exception exception) =>
        Cause<SocketException>(exception) is { } socket ? $" ({socket.SocketErrorCode})" : "";

    private static string TlsReason(Exception exception) =>
        Cause<AuthenticationException>(exception) is { } tls ? $" ({tls.Message.TrimEnd('.')})" : "";

    private static T? Cause<T>(Exception? exception) where T : Exception
    {
        while (exception is not (null or T))
            exception = exception.InnerException;

        return exception as T;
    }
}
