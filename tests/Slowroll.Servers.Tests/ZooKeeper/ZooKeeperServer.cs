using System.Net.Sockets;
using System.Text;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using ZooKeeperSample;

namespace Slowroll.Servers.Tests.ZooKeeper;

/// <summary>A ZooKeeper in a folder of its own.</summary>
internal sealed class ZooKeeperServer : IAsyncDisposable
{
    public const string Jar = "/usr/share/java/zookeeper.jar";

    /// <summary>The node of all tests.</summary>
    public const string Node = "/flags";

    private readonly TemporaryDirectory _folder = new();
    private readonly int _port = FreePort.Next();
    private ServerProcess? _process;

    public string Address => $"127.0.0.1:{_port}";

    public static async Task<ZooKeeperServer> StartAsync()
    {
        ZooKeeperServer server = new();
        await server.StartAgainAsync();
        return server;
    }

    public Task KillAsync() => _process!.KillAsync();

    /// <summary>It hangs: connections stay, and nothing is answered.</summary>
    public void Hang() => _process!.Signal("STOP");

    public async Task StartAgainAsync()
    {
        await File.WriteAllTextAsync(_folder["zoo.cfg"], $"""
            tickTime=500
            initLimit=10
            syncLimit=5
            minSessionTimeout=500
            dataDir={_folder["data"]}
            clientPort={_port}
            clientPortAddress=127.0.0.1
            admin.enableServer=false
            4lw.commands.whitelist=ruok
            """);
        if (_process is not null)
            await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync(
            "java",
            [
                "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", $"{_folder.Path}:{Jar}",
                "org.apache.zookeeper.server.ZooKeeperServerMain", _folder["zoo.cfg"],
            ],
            IsUpAsync);
    }

    /// <summary>Publishes, as somebody else does.</summary>
    public async Task PublishAsync(ReadOnlyMemory<byte> json)
    {
        using ZooKeeperConfigSource writer = new(Address, Node);
        await _process!.WaitUntilAsync(() => writer.PublishAsync(json, ZooKeeperConfigSource.AnyVersion));
    }

    /// <inheritdoc cref="PublishAsync(ReadOnlyMemory{byte})"/>
    public Task PublishAsync(int number) => PublishAsync(StoreConfig.Bytes(number));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", _port);
        var stream = client.GetStream();
        await stream.WriteAsync("ruok"u8.ToArray());
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer);
        return Encoding.ASCII.GetString(answer) == "imok";
    }
}
