using System.Diagnostics;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>Runs what a page shows, as it is written there.</summary>
internal static class Shell
{
    /// <summary>Runs a script with <c>bash</c>, and gives what it wrote.</summary>
    /// <param name="script">The lines.</param>
    /// <param name="folder">The directory it runs in.</param>
    public static async Task<string> RunAsync(string script, string folder)
    {
        ProcessStartInfo start = new("bash", ["-eu", "-o", "pipefail", "-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script}\n{await output}{await error}");
        return await output;
    }
}
