using System.Net.Sockets;
using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>A way to a Redis that gets what a client sends from a command on only later.</summary>
/// <param name="redis">The port of Redis.</param>
/// <param name="command">What the first piece that is held has in it.</param>
internal sealed class LateRedis(int redis, byte[] command) : HoldingRelay(redis)
{
    private volatile NetworkStream? _released;

    protected override async Task UpAsync(NetworkStream client, NetworkStream server)
    {
        var piece = new byte[64 * 1024];
        while (await client.ReadAsync(piece, End) is > 0 and var length)
        {
            if (piece.AsSpan(0, length).IndexOf(command) < 0)
            {
                await server.WriteAsync(piece.AsMemory(0, length), End);
                continue;
            }

            await Release;
            _released = server;
            await server.WriteAsync(piece.AsMemory(0, length), End);
        }
    }

    protected override async Task DownAsync(NetworkStream server, NetworkStream client)
    {
        var piece = new byte[64 * 1024];
        while (await server.ReadAsync(piece, End) is > 0 and var length)
        {
            if (_released == server)
                IsAnswered();
            await client.WriteAsync(piece.AsMemory(0, length), End);
        }
    }
}
