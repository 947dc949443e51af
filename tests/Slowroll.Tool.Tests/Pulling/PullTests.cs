using System.Text;

namespace Slowroll.Tool.Tests.Pulling;

public sealed class PullTests : IDisposable
{
    private const string Config = "\uFEFF{ \"features\": { \"on\": { \"stable\": true } } } // live\r\n";

    private readonly Pull _pull = new();

    [Fact]
    public async Task A_snapshot_that_is_not_there_is_fetched_byte_for_byte()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        var (exitCode, output, _) = await _pull.FromAsync(server.Url);

        Assert.Equal(0, exitCode);
        Assert.Equal($"{_pull.Path}: updated, {Encoding.UTF8.GetByteCount(Config)} bytes from {server.Url}\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(Encoding.UTF8.GetBytes(Config), File.ReadAllBytes(_pull.Path));
    }

    [Fact]
    public async Task A_snapshot_that_is_behind_is_replaced_and_nothing_stays_beside_it()
    {
        _pull.Text = "{}";
        await using var server = await LoopbackServer.StartAsync(Config);

        await _pull.FromAsync(server.Url);

        Assert.Equal(Encoding.UTF8.GetBytes(Config), File.ReadAllBytes(_pull.Path));
        Assert.Equal(["shop/app_features.json"], _pull.Files);
    }

    [Fact]
    public async Task A_snapshot_that_is_up_to_date_is_not_written()
    {
        _pull.Text = "{}";
        var written = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(_pull.Path, written);
        await using var server = await LoopbackServer.StartAsync("{}");

        var (exitCode, output, _) = await _pull.FromAsync(server.Url);

        Assert.Equal((0, $"{_pull.Path}: unchanged"), (exitCode, output.Trim()));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_pull.Path));
    }

    [Fact]
    public async Task A_snapshot_that_is_a_link_stays_one()
    {
        File.WriteAllText(_pull["real.json"], "{}");
        Directory.CreateDirectory(Path.GetDirectoryName(_pull.Path)!);
        File.CreateSymbolicLink(_pull.Path, _pull["real.json"]);
        await using var server = await LoopbackServer.StartAsync(Config);

        await _pull.FromAsync(server.Url);

        Assert.NotNull(new FileInfo(_pull.Path).LinkTarget);
        Assert.Equal(Encoding.UTF8.GetBytes(Config), File.ReadAllBytes(_pull["real.json"]));
    }

    [Fact]
    public async Task Many_snapshots_come_from_a_list_and_one_that_fails_stops_no_other()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/config.json" ? Config : "no JSON"));
        File.WriteAllText(_pull["list.txt"], $"{_pull["a b.json"]}\t{new Uri(server.Url, "/other.json?a;b&c=$d")}\n\n{_pull.Path}\t{server.Url}\n");

        var (exitCode, output, _) = await Pull.RunAsync("pull", "--list", _pull["list.txt"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{_pull["a b.json"]} : warning SLOW4001: ", output, StringComparison.Ordinal);
        Assert.Contains($"{_pull.Path}: updated", output, StringComparison.Ordinal);
        Assert.Equal("/other.json?a;b&c=$d", server.Requests[0].Target);
        Assert.Equal(["list.txt", "shop/app_features.json"], _pull.Files);
    }

    public void Dispose() => _pull.Dispose();
}
