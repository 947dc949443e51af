using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slowroll.Tests.Servers;

/// <summary>Answers every request with given bytes, however wrong they are as HTTP.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _serving;
    private volatile RawAnswer _answer;
    private long _sent;

    private RawServer(RawAnswer answer, int port)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Url = new($"http://{_listener.LocalEndpoint}/config.json");
        _serving = ServeAsync();
    }

    /// <summary>The address of a config on it.</summary>
    public Uri Url { get; }

    /// <summary>What it answers from now on.</summary>
    public RawAnswer Answer
    {
        set => _answer = value;
    }

    /// <summary>The heads of all requests so far, oldest first.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many bytes its clients and what lies between have taken.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Starts a server, on a port of the past where one is given.</summary>
    public static RawServer Start(RawAnswer answer, int port = 0) => new(answer, port);

    /// <summary>Starts a server. Every letter of the answer is one byte.</summary>
    public static RawServer Start(string answer, RawEnding ending = RawEnding.Close) => new(new(answer, ending), 0);

    /// <summary>What the newest request asked to be compared with; null for nothing.</summary>
    public string? LastCondition() => _requests.Last().Split("\r\n")
        .FirstOrDefault(line =>
            line.StartsWith("If-None-Match: ", StringComparison.Ordinal))?["If-None-Match: ".Length..];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        using var _ = client;
        try
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

            _requests.Enqueue(request.ToString());
            await SendAsync(client, _answer);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Stopped, or left by its client, which has seen enough.
        }
    }

    private async Task SendAsync(Socket client, RawAnswer answer)
    {
        await SendAsync(client, Encoding.Latin1.GetBytes(answer.Text));
        var again = Encoding.Latin1.GetBytes(answer.Again);
        for (var i = 0L; i < answer.Times; i++)
        {
            await SendAsync(client, again);
            if (answer.Pause > TimeSpan.Zero)
                await Task.Delay(answer.Pause, _stopping.Token);
        }

        switch (answer.Ending)
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

    private async Task SendAsync(Socket client, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var sent = await client.SendAsync(bytes, _stopping.Token);
            Interlocked.Add(ref _sent, sent);
            bytes = bytes[sent..];
        }
    }
}

/// <summary>An answer, byte for byte: every letter is one.</summary>
internal sealed record RawAnswer(string Text, RawEnding Ending = RawEnding.Close)
{
    /// <summary>What follows on the text, over and over.</summary>
    public string Again { get; init; } = "";

    /// <summary>How often.</summary>
    public long Times { get; init; }

    /// <summary>How long it waits after each time.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether a client that waits for the end waits for ever, or nearly.</summary>
    public bool NeverEnds => Ending == RawEnding.Silence || Pause > TimeSpan.Zero;

    public static implicit operator RawAnswer(string text) => new(text);

    /// <summary>A whole answer with a body.</summary>
    public static RawAnswer Of(string status, string headers, string body) =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";
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
