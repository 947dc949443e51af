using System.Net.Sockets;

namespace Slowroll.Sources;

/// <summary>A connection that was kept after an answer, and that the server closes when the next request is under way:
/// as nginx does when it reloads, and every server when its time-out for idle connections ends.</summary>
internal static class KeptConnection
{
    /// <summary>Whether such a connection may be why a request got no answer at all.</summary>
    /// <remarks>The platform itself asks again if the connection ended in order, and not if it was reset.</remarks>
    /// <param name="exception">What the client threw before it had an answer.</param>
    public static bool MayHaveLost(HttpRequestException exception) =>
        exception.HttpRequestError != HttpRequestError.ConnectionError
            && HttpCause.Find<SocketException>(exception)?.SocketErrorCode
                is SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown;
}
