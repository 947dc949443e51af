using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Slowroll.Sources;

/// <summary>The cause of a failed request as it may be logged.</summary>
/// <remarks>The messages of the exceptions are left out: those of the platform quote the URL of a proxy with its
/// password, and lines of the answer; those of a handler may quote anything. Types, codes and stack stay.</remarks>
internal static class HttpCause
{
    public static HttpRequestException Of(Exception exception)
    {
        var request = exception as HttpRequestException;
        var socket = Find<SocketException>(exception);
        var cause = new HttpRequestException(
            request?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown,
            string.Join(" < ", Chain(exception).Select(Describe)),
            socket is null ? null : new SocketException((int)socket.SocketErrorCode),
            request?.StatusCode);
        if (exception.StackTrace is { } stack)
            ExceptionDispatchInfo.SetRemoteStackTrace(cause, stack);
        return cause;
    }

    /// <summary>The first exception of a type among an exception and its causes.</summary>
    public static T? Find<T>(Exception exception) where T : Exception => Chain(exception).OfType<T>().FirstOrDefault();

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var each = exception; each is not null; each = each.InnerException)
            yield return each;
    }

    private static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } request =>
            $"{Name(exception)} ({request.HttpRequestError}, {(int)status})",
        HttpRequestException request => $"{Name(exception)} ({request.HttpRequestError})",
        HttpIOException body => $"{Name(exception)} ({body.HttpRequestError})",
        SocketException socket => $"{Name(exception)} ({socket.SocketErrorCode})",
        _ => Name(exception),
    };

    private static string Name(Exception exception) => exception.GetType().Name;
}
