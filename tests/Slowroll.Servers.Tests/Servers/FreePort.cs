using System.Net;
using System.Net.Sockets;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>Ports of 127.0.0.1 for servers that can't choose one themselves.</summary>
internal static class FreePort
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listens on, and that was not given before.</summary>
    public static int Next()
    {
        while (true)
        {
            using TcpListener listener = new(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (Given)
            {
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
