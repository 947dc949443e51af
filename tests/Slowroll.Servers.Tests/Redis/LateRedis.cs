using System.Net;
using System.Net.Sockets;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>A way to a Redis that gets what a client sends from a command on only later.</summary>
/// <param name="server">The port of Redis.</param>
/// <param name="command">What the first piece that is held has in it.</param>
internal sealed class LateRedis(int server, byte[] command) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private volatile NetworkStream? _released;
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins, and gives its address.</summary>
    public string Start()
    {
        _listener.Start();
        _ = AcceptAsync();
        return $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    /// <summary>Redis gets the rest, and has answered it.</summary>
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
            var client = (await _listener.AcceptTcpClientAsync(_end.Token)).GetStream();
            TcpClient redis = new();
            await redis.ConnectAsync(IPAddress.Loopback, server, _end.Token);
            _ = UpAsync(client, redis.GetStream());
        }
    }

    private async Task UpAsync(NetworkStream client, NetworkStream redis)
    {
        _ = DownAsync(redis, client);
        var piece = new byte[64 * 1024];
        while (await client.ReadAsync(piece, _end.Token) is > 0 and var length)
        {
            if (piece.AsSpan(0, length).IndexOf(command) < 0)
            {
                await redis.WriteAsync(piece.AsMemory(0, length), _end.Token);
                continue;
            }

            await _release.Task;
            _released = redis;
            await redis.WriteAsync(piece.AsMemory(0, length), _end.Token);
        }
    }

    private async Task DownAsync(NetworkStream redis, NetworkStream client)
    {
        var piece = new byte[64 * 1024];
        while (await redis.ReadAsync(piece, _end.Token) is > 0 and var length)
        {
            if (_released == redis)
                _isAnswered.TrySetResult();
            await client.WriteAsync(piece.AsMemory(0, length), _end.Token);
        }
    }
}
