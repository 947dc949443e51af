namespace Slowroll.Disk;

/// <summary>Tells what is no regular file before it is opened: opening a pipe waits for its writer, and opening or reading a
/// device may do anything.</summary>
/// <remarks>This file is compiled into the runtime and into the command.</remarks>
internal static class RegularFile
{
    /// <summary>What stands at a path, or where its links lead to, such as <c>a named pipe</c>.</summary>
    /// <returns>Null for a regular file, where there is nothing, and where the system doesn't tell.</returns>
    public static string? WhatElse(string path) => OperatingSystem.IsWindows() ? WhatElseOnWindows(path) : UnixFiles.FactsOf(path)?.Kind switch
    {
        null or FileKind.Regular => null,
        FileKind.Directory => "a directory",
        FileKind.Pipe => "a named pipe",
        FileKind.CharacterDevice or FileKind.BlockDevice => "a device",
        FileKind.Socket => "a socket",
        _ => "something else than a file",
    };

    // Full paths of devices and pipes begin like this there; CON and NUL have such a one too.
    private static string? WhatElseOnWindows(string path) =>
        Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal) ? "a device"
        : Directory.Exists(path) ? "a directory"
        : null;
}
