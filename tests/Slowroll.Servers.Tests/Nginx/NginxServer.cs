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

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <summary>Starts one that serves the folder.</summary>
    /// <param name="location">What is said in the block <c>location / { }</c>.</param>
    public static async Task<NginxServer> StartAsync(string location = "")
    {
        NginxServer server = new();
        Directory.CreateDirectory(server._folder["www"]);
        await server.StartAgainAsync(location);
        return server;
    }

    /// <summary>Writes a file that it serves, by renaming, with a time of its own: nginx makes the ETag of time and
    /// size.</summary>
    public void Write(string name, string text, DateTime modified)
    {
        var path = Path.Combine(_folder["www"], name);
        File.WriteAllText($"{path}.new", text);
        File.SetLastWriteTimeUtc($"{path}.new", modified);
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>Stops it: the port is closed.</summary>
    public Task StopAsync() => _process!.KillAsync();

    /// <summary>Starts it again on the same port.</summary>
    public async Task StartAgainAsync(string location = "")
    {
        await File.WriteAllTextAsync(_folder["nginx.conf"], $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes 1;
            pid {{_folder["nginx.pid"]}};
            error_log {{_folder["error.log"]}};
            events { worker_connections 64; }
            http {
                access_log off;
                client_body_temp_path {{_folder["body"]}};
                proxy_temp_path {{_folder["proxy"]}};
                fastcgi_temp_path {{_folder["fastcgi"]}};
                uwsgi_temp_path {{_folder["uwsgi"]}};
                scgi_temp_path {{_folder["scgi"]}};
                server {
                    listen 127.0.0.1:{{Port}};
                    root {{_folder["www"]}};
                    location / { {{location}} }
                }
            }
            """);
        _process = await ServerProcess.StartAsync(
            "nginx", ["-p", _folder.Path, "-e", _folder["boot.log"], "-c", _folder["nginx.conf"]], IsUpAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", Port);
        return true;
    }
}
