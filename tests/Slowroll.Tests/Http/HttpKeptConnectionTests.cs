using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slowroll.Tests.Http;

/// <summary>A server that closes a kept connection when the next request is under way.</summary>
public sealed class HttpKeptConnectionTests : IDisposable
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HttpKeptConnectionTests() => _listener.Start();

    [Fact]
    public async Task A_request_that_is_lost_with_a_kept_connection_is_sent_again()
    {
        using var source = new HttpConfigSource(new Uri($"http://{_listener.LocalEndpoint}/config.json"));
        var serving = Task.Run(async () =>
        {
            await ServeAsync(answers: 1);
            await ServeAsync(answers: 1);
        });

        Assert.Equal(FetchKind.Fresh, (await source.FetchAsync(null, default)).Kind);
        var second = await source.FetchAsync(null, default);

        Assert.True(second.Kind == FetchKind.Fresh, second.Error);
        await source.FetchAsync(null, new CancellationTokenSource(TimeSpan.FromMilliseconds(200)).Token)
            .AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        await serving;
    }

    [Fact]
    public async Task A_server_that_resets_new_connections_is_asked_once()
    {
        using var source = new HttpConfigSource(new Uri($"http://{_listener.LocalEndpoint}/config.json"));
        var serving = ServeAsync(answers: 0);

        Assert.Equal(FetchKind.Failed, (await source.FetchAsync(null, default)).Kind);

        await serving;
        Assert.False(_listener.Pending());
    }

    public void Dispose() => _listener.Stop();

    // Answers some requests on one connection, reads one more, and resets the connection.
    private async Task ServeAsync(int answers)
    {
        using var connection = await _listener.AcceptSocketAsync();
        var buffer = new byte[10_000];
        for (var answer = 0; answer < answers; answer++)
        {
            await connection.ReceiveAsync(buffer);
            await connection.SendAsync(Encoding.ASCII.GetBytes(Answer));
        }

        await connection.ReceiveAsync(buffer);
        connection.LingerState = new LingerOption(true, 0);
    }
}
