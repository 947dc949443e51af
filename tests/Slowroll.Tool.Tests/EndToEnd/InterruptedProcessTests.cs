using System.Net;
using System.Net.Sockets;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>A command that a person or a pipeline ends while it waits for a server.</summary>
public sealed class InterruptedProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        _server.Dispose();
        _workspace.Dispose();
    }

    [Theory]
    [InlineData("INT", "plan")]
    [InlineData("TERM", "explain features.on web-1 --config")]
    public async Task A_signal_during_a_fetch_ends_it_with_one_line(string signal, string call)
    {
        _server.Start();
        // In the background bash would let a process ignore SIGINT. Bash reports jobs among the errors.
        var run = ToolProcess.RunAsync(
            $"""
            set -m
            "$DOTNET" "$TOOL" {call} http://{_server.LocalEndpoint}/app.json 2> error.txt & tool=$!
            until test -e asked; do sleep 0.1; done
            kill -{signal} $tool; wait $tool; code=$?
            cat error.txt; exit $code
            """,
            _workspace[""]);
        using var client = await _server.AcceptTcpClientAsync();
        _workspace.Write("asked", "");

        var (exitCode, output, _) = await run;
        Assert.Equal((130, "slowroll: It was interrupted before it was done.\n"), (exitCode, output));
    }

    [Fact]
    public async Task Two_signals_at_once_end_it_without_a_stack_trace()
    {
        _server.Start();
        var run = ToolProcess.RunAsync(
            $"""
            set -m
            "$DOTNET" "$TOOL" plan http://{_server.LocalEndpoint}/app.json 2> error.txt & tool=$!
            until test -e asked; do sleep 0.1; done
            kill -INT $tool; kill -TERM $tool; wait $tool; code=$?
            cat error.txt; exit $code
            """,
            _workspace[""]);
        using var client = await _server.AcceptTcpClientAsync();
        _workspace.Write("asked", "");

        var (exitCode, output, _) = await run;
        Assert.True(exitCode is 130 or 143, $"It ended with {exitCode}.");
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
