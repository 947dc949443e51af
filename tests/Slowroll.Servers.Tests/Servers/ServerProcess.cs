using System.Collections.Concurrent;
using System.Diagnostics;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>A server that a test has started, and that it ends by its process id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ServerProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a server, and waits until it answers.</summary>
    /// <param name="program">The name of its program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="isReady">Asks it whether it answers; what it throws means no.</param>
    /// <param name="environment">Environment variables for it; null for none.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, IEnumerable<string> arguments, Func<Task<bool>> isReady,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(InstalledProgram.PathOf(program), arguments);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        ServerProcess server = new(start);
        try
        {
            await server.WaitUntilAsync(isReady);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the server has come to something.</summary>
    /// <param name="isSo">Asks whether it has; what it throws means no.</param>
    public async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await IsSoAsync(isSo))
        {
            Assert.False(_process.HasExited, $"The server has ended by itself. {Output}");
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"The server doesn't answer. {Output}");
            await Task.Delay(BetweenLooks);
        }
    }

    /// <summary>Sends it a signal, such as <c>HUP</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Kills it and the processes that it has started, and waits until they are gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<bool> IsSoAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
#pragma warning disable CA1031 // A server that isn't up yet answers in many ways.
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
