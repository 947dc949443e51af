using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slowroll.Tests.Servers;

/// <summary>Answers every request with given bytes, however wrong they are as HTTP.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly byte[] _answer;
    private readonly RawEnding _ending;
    private readonly Task _serving;
    private int _requests;

    private RawServer(byte[] answer, RawEnding ending)
    {
        _answer = answer;
        _ending = ending;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The address of a config on it.</summary>
    public Uri Url => new($"http://{_listener.LocalEndpoint}/config.json");

    /// <summary>How many requests have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Starts a server. Every letter of the answer is one byte.</summary>
    public static RawServer Start(string answer, RawEnding ending = RawEnding.Close) =>
        new(Encoding.Latin1.GetBytes(answer), ending);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptSocketAsync(_stopping.Token);
                await AnswerAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // Stopped, or left by its client, which has seen enough.
            }
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await client.ReceiveAsync(buffer, _stopping.Token);
            if (read == 0)
                return;
            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        Interlocked.Increment(ref _requests);
        await client.SendAsync(_answer, _stopping.Token);
        switch (_ending)
        {
            case RawEnding.Close:
                client.Shutdown(SocketShutdown.Both);
                break;
            case RawEnding.Reset:
                client.LingerState = new LingerOption(true, 0);
                break;
            case RawEnding.Silence:
                await Task.Delay(Timeout.Infinite, _stopping.Token);
                break;
        }
    }
}

/// <summary>What follows on the bytes.</summary>
internal enum RawEnding
{
    /// <summary>The connection ends in order.</summary>
    Close,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing comes any more, and the connection stays.</summary>
    Silence,
}
