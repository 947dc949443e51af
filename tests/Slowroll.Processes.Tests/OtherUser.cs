using System.Diagnostics;

namespace Slowroll.Processes.Tests;

/// <summary>Runs the program of this assembly as a user who isn't root.</summary>
internal static class OtherUser
{
    public const int Number = 65534;

    /// <summary>Opens a config whose source is down, and says where it came from.</summary>
    public static string Open(string directory)
    {
        var start = new ProcessStartInfo(
            "setpriv",
            [
                $"--reuid={Number}", $"--regid={Number}", "--clear-groups", "dotnet", "exec",
                typeof(CacheUser).Assembly.Location,
                directory, CacheUser.OpenOnce,
            ])
        { RedirectStandardOutput = true };
        start.Environment["HOME"] = directory;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }
}

/// <summary>A test that needs root, to be another user, and files that this one may read.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OtherUserFactAttribute : FactAttribute
{
    public OtherUserFactAttribute() => Skip = WhyNot();

    private static string? WhyNot()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return "It needs root.";

        try
        {
            using var process = Process.Start(
                "setpriv",
                [$"--reuid={OtherUser.Number}", "--clear-groups", "test", "-r", typeof(CacheUser).Assembly.Location]);
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "It needs a user who may read this assembly.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "It needs setpriv.";
        }
    }
}
