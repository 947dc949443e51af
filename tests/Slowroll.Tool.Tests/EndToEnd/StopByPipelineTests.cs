using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>One line in the pipeline of an alert stops a rollout: the command edits a config that is being served, and
/// processes that poll it follow.</summary>
public sealed class StopByPipelineTests : IDisposable
{
    private const string Config = """
        {
          // Rolled out since Monday.
          "features": {
            "x": { "stable": false, "new": true, "start_time": "2030-03-04 00:00Z", "duration": "10d" }
          }
        }
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Processes_stand_still_after_hold_go_on_after_resume_and_go_back_after_rollback()
    {
        _workspace.Write("app.json", Config);
        await using var server = await LoopbackServer.StartAsync(ServeAsync);
        using FollowingProcess one = new(server.Url), other = new(server.Url);
        var (etag, before) = await one.AskAsync("2030-03-06 00:00Z");
        Assert.InRange(before, 150, 250);

        await EditAsync("hold features.x app.json --at '2030-03-06 00:00Z' --reason 'alert 7'");

        await one.SeeAfterAsync(etag, "2030-03-06 00:00Z");
        await other.SeeAfterAsync(etag, "2030-03-06 00:00Z");
        var (heldETag, held) = await one.AskAsync("2030-03-06 00:02Z");
        Assert.InRange(held, before, before + 1);
        Assert.Equal((heldETag, held), await one.AskAsync("2030-03-10 00:00Z"));
        Assert.Equal((heldETag, held), await other.AskAsync("2030-06-01 00:00Z"));

        await EditAsync("resume features.x app.json --at '2030-03-10 00:00Z'");

        await one.SeeAfterAsync(heldETag, "2030-03-10 00:00Z");
        var (resumedETag, resumed) = await one.AskAsync("2030-03-10 00:00Z");
        Assert.Equal(held, resumed);
        var (_, later) = await one.AskAsync("2030-03-12 00:00Z");
        Assert.InRange(later, held + 150, held + 250);

        await EditAsync("rollback features.x app.json --at '2030-03-12 00:00Z' --over 2h");

        await one.SeeAfterAsync(resumedETag, "2030-03-12 00:00Z");
        Assert.InRange((await one.AskAsync("2030-03-12 01:00Z")).Count, later / 3, 2 * later / 3);
        Assert.Equal(0, (await one.AskAsync("2030-03-12 02:00Z")).Count);
        Assert.Equal(0, (await one.AskAsync("2030-06-01 00:00Z")).Count);
    }

    private async Task EditAsync(string line)
    {
        var run = await ToolProcess.RunAsync($"slowroll {line}", _workspace[""]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    private async Task ServeAsync(HttpContext context)
    {
        var bytes = await File.ReadAllBytesAsync(_workspace["app.json"]);
        var etag = $"\"{Convert.ToHexString(SHA256.HashData(bytes))}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await context.Response.Body.WriteAsync(bytes);
    }
}
