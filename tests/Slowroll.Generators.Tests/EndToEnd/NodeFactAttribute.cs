namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>A test that runs scripts of Node.js with packages from npm; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Find("node") is null || Find("npm") is null)
            Skip = "The editor's engine needs node and npm.";
    }

    /// <summary>The command's file on the PATH; null if it isn't there.</summary>
    public static string? Find(string command)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, command + ending)))
            .FirstOrDefault(File.Exists);
    }
}
