using System.Net.Sockets;
using Slowroll.Servers.Tests.Servers;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>A Redis in a folder of its own, which stores each write before it confirms it.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The key and the channel of all tests.</summary>
    public const string Key = "flags:app";

    private readonly TemporaryDirectory _folder = new();
    private readonly string[] _settings;
    private ServerProcess? _process;

    private RedisServer(string[] settings) => _settings = settings;

    public int Port { get; } = FreePort.Next();

    public string Address => $"127.0.0.1:{Port}";

    private bool IsOfTls => Array.Exists(_settings, line => line.StartsWith("tls-port", StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    /// <param name="settings">Further lines of its configuration; <c>PORT</c> in them is its port.</param>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = NotYetStarted(settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>One that has a port and doesn't run.</summary>
    public static RedisServer NotYetStarted(params string[] settings) => new(settings);

    /// <summary>Kills it: what it hasn't stored is lost, and nobody is told.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>It hangs: connections stay, and nothing is answered.</summary>
    public void Hang() => _process!.Signal("STOP");

    public async Task StartAgainAsync()
    {
        await File.WriteAllLinesAsync(_folder["redis.conf"],
        [
            "bind 127.0.0.1", $"port {(IsOfTls ? 0 : Port)}", $"dir {_folder.Path}", "save \"\"", "appendonly yes",
            "appendfsync always",
            .. _settings.Select(line => line.Replace("PORT", $"{Port}", StringComparison.Ordinal)),
        ]);
        if (_process is not null)
            await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync("redis-server", [_folder["redis.conf"]], IsUpAsync);
    }

    /// <summary>A connection to it as an administrator has one.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");

    /// <summary>Publishes a config, as an administrator does.</summary>
    public async Task PublishAsync(byte[] json)
    {
        await using var redis = await ConnectAsync();
        await new RedisConfigWriter(redis, Key).PublishAsync(json);
    }

    /// <summary>Runs a command, as an administrator does.</summary>
    public async Task<RedisResult> RunAsync(string command, params object[] arguments)
    {
        await using var redis = await ConnectAsync();
        return await redis.GetDatabase().ExecuteAsync(command, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    // A server that has just started accepts calls and refuses them until it has read its file.
    private async Task<bool> IsUpAsync()
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", Port);
        if (IsOfTls)
            return true;

        var stream = client.GetStream();
        await stream.WriteAsync("PING\r\n"u8.ToArray());
        var answer = new byte[8];
        await stream.ReadExactlyAsync(answer.AsMemory(0, 2));
        return answer[1] != (byte)'L';
    }
}
