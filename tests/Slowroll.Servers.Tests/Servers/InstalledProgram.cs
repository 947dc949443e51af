namespace Slowroll.Servers.Tests.Servers;

/// <summary>Programs of this machine.</summary>
internal static class InstalledProgram
{
    // Servers are often in a directory that only root has in its path.
    private static readonly string[] Directories =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/usr/local/sbin"];

    /// <summary>The full path of a program; null if it isn't installed.</summary>
    public static string? Find(string name) =>
        Directories.Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);

    /// <summary>The full path of a program that is installed.</summary>
    public static string PathOf(string name) =>
        Find(name) ?? throw new InvalidOperationException($"{name} isn't installed.");

    /// <summary>Why tests that need these programs are skipped; null if all of them are there.</summary>
    public static string? WhatIsMissing(IEnumerable<string> names) =>
        names.Where(name => Find(name) is null).ToList() is [_, ..] missing
            ? $"This test needs {string.Join(" and ", missing)}."
            : null;
}
