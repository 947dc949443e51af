using System.Net;
using System.Net.Sockets;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>A way to a member that hangs with the first write in its hands: it gets that one later, and never hears
/// that the client has given up.</summary>
/// <param name="member">The port of the member.</param>
/// <param name="written">What the write has in it.</param>
internal sealed class LateMember(int member, byte[] written) : IAsyncDisposable
{
    // RFC 9113: a frame has a head of nine bytes, length first, then the type.
    private const int HeadLength = 9;
    private const byte Headers = 1;
    private const byte Reset = 3;
    private const byte GoAway = 7;
    private static readonly int Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private volatile bool _holds;

    /// <summary>Whether it has the write.</summary>
    public bool Holds => _holds;

    /// <summary>Begins, and gives its address.</summary>
    public string Start()
    {
        _listener.Start();
        _ = AcceptAsync();
        return $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    /// <summary>The member gets the write, and has answered it.</summary>
    public Task ReleaseAsync()
    {
        _release.SetResult();
        return _isAnswered.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            TcpClient server = new();
            await server.ConnectAsync(IPAddress.Loopback, member, _end.Token);
            _ = UpAsync(client.GetStream(), server.GetStream());
            _ = DownAsync(server.GetStream(), client.GetStream());
        }
    }

    private async Task UpAsync(NetworkStream client, NetworkStream server)
    {
        var preface = new byte[Preface];
        await client.ReadExactlyAsync(preface, _end.Token);
        await server.WriteAsync(preface, _end.Token);
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
                await server.WriteAsync(each, _end.Token);
            waiting.Clear();
        }
    }

    private async Task SendLaterAsync(NetworkStream server, List<byte[]> held)
    {
        await _release.Task;
        foreach (var each in held.ToArray())
            await server.WriteAsync(each, _end.Token);
    }

    private async Task DownAsync(NetworkStream server, NetworkStream client)
    {
        while (true)
        {
            var frame = await FrameAsync(server);
            if (frame[3] == Headers && _release.Task.IsCompleted)
                _isAnswered.TrySetResult();

            // At the end the client isn't there any more.
            if (!_holds)
                await client.WriteAsync(frame, _end.Token);
        }
    }

    private async Task<byte[]> FrameAsync(NetworkStream from)
    {
        var head = new byte[HeadLength];
        await from.ReadExactlyAsync(head, _end.Token);
        var frame = new byte[HeadLength + ((head[0] << 16) | (head[1] << 8) | head[2])];
        head.CopyTo(frame, 0);
        await from.ReadExactlyAsync(frame.AsMemory(HeadLength), _end.Token);
        return frame;
    }
}
