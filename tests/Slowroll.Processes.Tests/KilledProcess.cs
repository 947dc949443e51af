using System.Diagnostics;
using System.Text;

namespace Slowroll.Processes.Tests;

/// <summary>A process of <see cref="CacheUser"/> that is to be killed.</summary>
internal sealed class KilledProcess : IDisposable
{
    // What the system reports of a process that SIGKILL ended: 128 and the signal's number.
    private const int Killed = 128 + 9;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    /// <summary>Starts it.</summary>
    /// <param name="directory">The cache directory.</param>
    /// <param name="mostKilobytes">The longest file that the system lets it write; null for no limit.</param>
    public KilledProcess(string directory, int? mostKilobytes = null)
    {
        // Of a file that grows beyond the limit a write fails in the middle, as on a full disk. The signal would end
        // the process.
        var start = mostKilobytes is null
            ? new ProcessStartInfo("dotnet", ["exec", typeof(CacheUser).Assembly.Location, directory])
            : new ProcessStartInfo("bash", [
                "-c",
                "trap '' XFSZ; ulimit -f $0; exec dotnet exec \"$@\"",
                $"{mostKilobytes}",
                typeof(CacheUser).Assembly.Location,
                directory
            ]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        // The runtime itself writes a large file for this one.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The refreshes that it got done, the opening among them.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Kills it, wherever it is.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It had ended by itself: something was wrong.</exception>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        Assert.True(_process.ExitCode == Killed, HowItEnded);
    }

    /// <summary>Waits until it has done some refreshes.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It ended by itself before that, or doesn't get them done.</exception>
    public async Task WaitForRefreshesAsync(int count)
    {
        for (var patience = 0; patience < 6000 && Refreshes < count && !_process.HasExited; patience++)
            await Task.Delay(50);

        if (_process.HasExited)
            await _process.WaitForExitAsync();
        Assert.True(Refreshes >= count, _process.HasExited ? HowItEnded : $"{Refreshes} refreshes, after 300 seconds.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private string HowItEnded => $"It ended with {_process.ExitCode}, having written:\n{_output}";

    private void Note(string? line)
    {
        if (line is nameof(ConfigOrigin.Cache) or nameof(ConfigOrigin.Source))
            Refreshes++;
        else
            _output.AppendLine(line);
    }
}
