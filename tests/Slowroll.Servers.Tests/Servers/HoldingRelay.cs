using System.Net;
using System.Net.Sockets;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>A way to a server on loopback that can hold what a client sends, and give it to the server later.</summary>
/// <param name="server">The port of the server.</param>
internal abstract class HoldingRelay(int server) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _isAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();

    /// <summary>Completes when the server may have what was held.</summary>
    protected Task Release => _release.Task;

    /// <summary>Is cancelled at the end.</summary>
    protected CancellationToken End => _end.Token;

    /// <summary>Begins, and gives the address: host and port.</summary>
    public string Start()
    {
        _listener.Start();
        _ = AcceptAsync();
        return $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    /// <summary>The server gets what was held, and has answered it.</summary>
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

    /// <summary>Hands on what the client sends.</summary>
    protected abstract Task UpAsync(NetworkStream client, NetworkStream server);

    /// <summary>Hands on what the server answers.</summary>
    protected abstract Task DownAsync(NetworkStream server, NetworkStream client);

    /// <summary>The server has answered what was held.</summary>
    protected void IsAnswered() => _isAnswered.TrySetResult();

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = (await _listener.AcceptTcpClientAsync(_end.Token)).GetStream();
            TcpClient connection = new();
            await connection.ConnectAsync(IPAddress.Loopback, server, _end.Token);
            _ = UpAsync(client, connection.GetStream());
            _ = DownAsync(connection.GetStream(), client);
        }
    }
}
