namespace Slowroll.Disk;

/// <summary>Says before a file is opened whether it is a regular one: opening a pipe waits for its writer, and opening
/// or reading a device may do anything.</summary>
/// <remarks>This file is compiled into the runtime and into the command.</remarks>
internal static class RegularFile
{
    /// <summary>What is at a path, or where its links lead to, such as <c>a named pipe</c>.</summary>
    /// <returns>Null for a regular file, if nothing is there, and if the system doesn't say.</returns>
    public static string? WhatElse(string path) =>
        OperatingSystem.IsWindows() ? WhatElseOnWindows(path) : UnixFiles.FactsOf(path)?.Kind switch
        {
            null or FileKind.Regular => null,
            FileKind.Directory => "a directory",
            FileKind.Pipe => "a named pipe",
            FileKind.CharacterDevice or FileKind.BlockDevice => "a device",
            FileKind.Socket => "a socket",
            _ => "something else than a file",
        };

    // On Windows the full paths of devices and pipes begin like this, also those of CON and NUL.
    private static string? WhatElseOnWindows(string path) =>
        Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal) ? "a device"
        : Directory.Exists(path) ? "a directory"
        : null;
}
