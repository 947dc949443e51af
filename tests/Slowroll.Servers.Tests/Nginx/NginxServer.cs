using System.Net.Sockets;
using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.Nginx;

/// <summary>An nginx in a folder of its own: <c>www</c> in it has the files.</summary>
internal sealed class NginxServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private ServerProcess? _process;

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>Its port on 127.0.0.1, as nginx writes it after <c>listen</c>.</summary>
    public string Listen => $"127.0.0.1:{Port}";

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <summary>The address of the config that it serves.</summary>
    public Uri ConfigUrl => new(Url, "config.json");

    /// <summary>The folder with the files that it serves.</summary>
    public string Files => _folder["www"];

    /// <summary>The full path of something in its folder.</summary>
    public string this[string name] => _folder[name];

    /// <summary>Starts one that serves the folder.</summary>
    /// <param name="location">What is said in the block <c>location / { }</c>.</param>
    public static Task<NginxServer> StartAsync(string location = "") => StartAsync(server => Plain(server, location));

    /// <summary>Starts one.</summary>
    /// <param name="http">What is said in the block <c>http { }</c>. It may write files into the folder.</param>
    public static async Task<NginxServer> StartAsync(Func<NginxServer, string> http)
    {
        NginxServer server = new();
        Directory.CreateDirectory(server.Files);
        await File.WriteAllTextAsync(server["nginx.conf"], NginxConf.Of(server._folder, http(server)));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Writes a file that it serves, by renaming, with a time of its own: nginx makes the ETag of time and
    /// size.</summary>
    public void Write(string name, string text, DateTime modified)
    {
        var path = Path.Combine(Files, name);
        File.WriteAllText($"{path}.new", text);
        File.SetLastWriteTimeUtc($"{path}.new", modified);
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>Stops it: the port is closed.</summary>
    public Task StopAsync() => _process!.KillAsync();

    /// <summary>Starts it again on the same port.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is { } before)
            await before.DisposeAsync();
        _process = await ServerProcess.StartAsync(
            "nginx", ["-p", _folder.Path, "-e", _folder["boot.log"], "-c", _folder["nginx.conf"]], IsUpAsync);
    }

    /// <summary>Has it read another conf, as <c>nginx -s reload</c> does, and waits until the worker that had the one
    /// before has ended.</summary>
    /// <param name="http">What is said in the block <c>http { }</c> from now on.</param>
    public Task ReloadAsync(string http) => ReloadAsync(http, "exited with code 0");

    /// <summary>Has it read a conf that it refuses.</summary>
    public Task ReloadBrokenAsync(string http) => ReloadAsync(http, "[emerg]");

    /// <summary>Waits until something has come about.</summary>
    /// <param name="isSo">Asks whether it has; what it throws means no.</param>
    public Task WaitUntilAsync(Func<Task<bool>> isSo) => _process!.WaitUntilAsync(isSo);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A server that serves the folder, over plain HTTP.</summary>
    public static string Plain(NginxServer server, string location = "") =>
        NginxConf.Server(server.Listen, server.Files, location);

    private async Task ReloadAsync(string http, string sign)
    {
        var before = await CountInLogAsync(sign);
        await File.WriteAllTextAsync(_folder["nginx.conf"], NginxConf.Of(_folder, http));
        _process!.Signal("HUP");
        await _process.WaitUntilAsync(async () => await CountInLogAsync(sign) > before);
    }

    private async Task<int> CountInLogAsync(string text) =>
        (await File.ReadAllLinesAsync(_folder["error.log"])).Count(line => line.Contains(text));

    private async Task<bool> IsUpAsync()
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", Port);
        return true;
    }
}
