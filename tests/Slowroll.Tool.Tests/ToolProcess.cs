using System.Diagnostics;

namespace Slowroll.Tool.Tests;

/// <summary>The command as a process of its own, called by a shell.</summary>
internal static class ToolProcess
{
    /// <summary>Runs a line of a shell in which <c>slowroll</c> is the command.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string line, string folder)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "Slowroll.Tool.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"slowroll() {{ \"$DOTNET\" \"$TOOL\" \"$@\"; }}; {line}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["DOTNET"] = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                ? Environment.ProcessPath
                : "dotnet", ["TOOL"] = tool },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, output, await error);
    }
}
