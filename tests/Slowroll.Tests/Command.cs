using System.Diagnostics;

namespace Slowroll.Tests;

/// <summary>A command of the system.</summary>
internal static class Command
{
    /// <summary>Runs it; it has to succeed.</summary>
    public static void Run(string command, params string[] arguments)
    {
        var (exitCode, output) = TryRun(command, arguments);
        Assert.True(exitCode == 0, $"{command} {string.Join(' ', arguments)}: {output}");
    }

    /// <summary>Its exit code and what it wrote.</summary>
    public static (int ExitCode, string Output) TryRun(string command, params string[] arguments)
    {
        var start =
            new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
