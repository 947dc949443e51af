using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>A member of an etcd cluster, in a folder of its own.</summary>
internal sealed class EtcdMember(string name, string scheme) : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private ServerProcess? _process;

    /// <summary>Where clients call it.</summary>
    public string Url { get; } = $"{scheme}://127.0.0.1:{FreePort.Next()}";

    /// <summary>Its name and where the other members call it, as <c>--initial-cluster</c> wants it.</summary>
    public string Peer => $"{name}={PeerUrl}";

    private string PeerUrl { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>Starts it, or starts it again with what it has stored. It answers later, with the others.</summary>
    public async Task StartAsync(string cluster, IEnumerable<string> arguments)
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = await ServerProcess.StartAsync(
            "etcd",
            [
                "--name", name, "--data-dir", _folder["data"], "--listen-client-urls", Url,
                "--advertise-client-urls", Url, "--listen-peer-urls", PeerUrl, "--initial-advertise-peer-urls", PeerUrl,
                "--initial-cluster", cluster, "--heartbeat-interval", "50", "--election-timeout", "500",
                "--log-level", "error", .. arguments,
            ],
            () => Task.FromResult(true));
    }

    public Task WaitUntilAsync(Func<Task<bool>> isSo) => _process!.WaitUntilAsync(isSo);

    public Task KillAsync() => _process!.KillAsync();

    /// <summary>It hangs: connections stay, and nothing is answered.</summary>
    public void Hang() => _process!.Signal("STOP");

    /// <summary>It has lost everything.</summary>
    public async Task ForgetAsync()
    {
        await KillAsync();
        Directory.Delete(_folder["data"], recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
