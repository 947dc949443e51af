namespace Slowroll.Packages.Tests;

/// <summary>A test that needs the platform's linker, as native AOT does; skipped where there is none.</summary>
internal sealed class LinkerFactAttribute : FactAttribute
{
    public LinkerFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && !IsOnPath("clang") && !IsOnPath("gcc"))
            Skip = "Native AOT needs clang or gcc.";
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, command)));
}
