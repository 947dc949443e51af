using System.Net.Sockets;
using Slowroll.Tests.Servers;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Surviving;

/// <summary>What may stand where the snapshot or its version is to lie: it is neither replaced nor waited
/// for.</summary>
public sealed class OddTargetTests : IDisposable
{
    private static readonly TimeSpan NotForEver = TimeSpan.FromMinutes(1);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("pipe", "a named pipe")]
    [InlineData("device", "a device")]
    [InlineData("socket", "a socket")]
    [InlineData("folder", "a directory")]
    [InlineData("folder/", "a directory")]
    [InlineData("no such folder/", "a directory")]
    [InlineData("/dev/stdin", "a ")]
    public async Task A_snapshot_that_is_no_file_stays_as_it_is(string kind, string what)
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var server = await LoopbackServer.StartAsync("{}");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = kind[0] == '/' ? kind : Make(kind, socket);
        var before = new FileInfo(path.TrimEnd('/')).UnixFileMode;
        List<string> paths = [path];
        if (!kind.EndsWith('/'))
            paths.Add(File.CreateSymbolicLink(_workspace["link"], path).FullName);

        foreach (var each in paths)
        {
            var run = await Workspace.RunAsync("pull", server.Url.OriginalString, each, "--timeout", "1")
                .WaitAsync(NotForEver);

            Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
            Assert.Contains($": error SLOW4001: The snapshot wasn't changed: the path leads to {what}", run.Error,
                StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
        Assert.Equal(before, new FileInfo(path.TrimEnd('/')).UnixFileMode);
        Assert.DoesNotContain(_workspace.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_workspace["no such folder"]));
    }

    [Theory]
    [InlineData("pipe", "a named pipe")]
    [InlineData("device", "a device")]
    public async Task A_version_is_not_kept_in_what_is_no_file(string kind, string what)
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var server = RawServer.Start(RawAnswer.Of("200 OK", "", "{}"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = Make(kind, socket);

        var run = await Workspace.RunAsync("pull", server.Url.OriginalString, _workspace.Snapshot, "--etag-file", path)
            .WaitAsync(NotForEver);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(
            $"The config's version can't be stored in '{path}' (it is {what}).", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_version_is_not_kept_in_the_snapshot_itself()
    {
        var run = await Workspace.RunAsync(
            "pull", "http://127.0.0.1:1/", _workspace.Snapshot, "--etag-file",
            Path.Combine(Path.GetDirectoryName(_workspace.Snapshot)!, ".", "app_features.json"));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("is the snapshot itself", run.Error, StringComparison.Ordinal);
    }

    private string Make(string kind, Socket socket)
    {
        var path = _workspace[kind];
        switch (kind.TrimEnd('/'))
        {
            case "pipe":
                Make("mkfifo", path);
                break;
            case "device":
                // Only root can make one; a link to one stands for it elsewhere.
                if (Environment.UserName == "root" && TryMake("mknod", path, "c", "1", "3"))
                    break;
                File.CreateSymbolicLink(path, "/dev/null");
                break;
            case "socket":
                socket.Bind(new UnixDomainSocketEndPoint(path));
                break;
            case "folder":
                Directory.CreateDirectory(path);
                break;
        }

        return path;
    }

    private static void Make(string command, params string[] arguments) => Assert.True(TryMake(command, arguments));

    private static bool TryMake(string command, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(command, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
