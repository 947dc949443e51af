using System.Net.Sockets;
using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>A way to a member that hangs with the first write in its hands: it gets that one later, and never hears
/// that the client has given up.</summary>
/// <param name="member">The port of the member.</param>
/// <param name="written">What the write has in it.</param>
internal sealed class LateMember(int member, byte[] written) : HoldingRelay(member)
{
    // RFC 9113: a frame has a head of nine bytes, length first, then the type.
    private const int HeadLength = 9;
    private const byte Headers = 1;
    private const byte Reset = 3;
    private const byte GoAway = 7;
    private static readonly int Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length;

    private volatile bool _holds;

    /// <summary>Whether it has the write.</summary>
    public bool Holds => _holds;

    protected override async Task UpAsync(NetworkStream client, NetworkStream server)
    {
        var preface = new byte[Preface];
        await client.ReadExactlyAsync(preface, End);
        await server.WriteAsync(preface, End);
        List<byte[]> waiting = [];
        while (true)
        {
            var frame = await FrameAsync(client);
            if (_holds && frame[3] is Reset or GoAway)
                continue;

            waiting.Add(frame);
            if (frame.AsSpan().IndexOf(written) >= 0 && !_holds)
            {
                _holds = true;
                _ = SendLaterAsync(server, waiting);
            }

            // The headers wait for their data: which request it is, is said there.
            if (_holds || frame[3] == Headers)
                continue;
            foreach (var each in waiting)
                await server.WriteAsync(each, End);
            waiting.Clear();
        }
    }

    private async Task SendLaterAsync(NetworkStream server, List<byte[]> held)
    {
        await Release;
        foreach (var each in held.ToArray())
            await server.WriteAsync(each, End);
    }

    protected override async Task DownAsync(NetworkStream server, NetworkStream client)
    {
        while (true)
        {
            var frame = await FrameAsync(server);
            if (frame[3] == Headers && Release.IsCompleted)
                IsAnswered();

            // At the end the client isn't there any more.
            if (!_holds)
                await client.WriteAsync(frame, End);
        }
    }

    private async Task<byte[]> FrameAsync(NetworkStream from)
    {
        var head = new byte[HeadLength];
        await from.ReadExactlyAsync(head, End);
        var frame = new byte[HeadLength + ((head[0] << 16) | (head[1] << 8) | head[2])];
        head.CopyTo(frame, 0);
        await from.ReadExactlyAsync(frame.AsMemory(HeadLength), End);
        return frame;
    }
}
