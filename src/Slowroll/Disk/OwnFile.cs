using Microsoft.Win32.SafeHandles;

namespace Slowroll.Disk;

/// <summary>Opens a file that the library keeps for itself. The file is used only if it is a regular file with one name
/// and not a link, if it belongs to the user of the process or to root, and if nobody else can write it. This also
/// holds if the process is root.</summary>
/// <remarks>
/// <para>The checks look at the open file and not at the path: between a look at the path and the opening, others could
/// replace the file. For the same reason opening follows no link and waits for no pipe.</para>
/// <para>On Windows the permissions of the user's profile say who can write.</para>
/// </remarks>
internal static class OwnFile
{
    /// <summary>What others must not be able to do with a file that they may read.</summary>
    public const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>What others must not be able to do with a private file.</summary>
    public const UnixFileMode UsableByOthers = WritableByOthers
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="forbidden">What others must not be able to do with it.</param>
    /// <param name="whyNot">Why the file isn't used, as the end of a sentence; else null.</param>
    /// <returns>Null if the file isn't used, and also, without a reason, if there is none.</returns>
    /// <exception cref="FileNotFoundException">There is none, on Windows.</exception>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static FileStream? Open(string path, UnixFileMode forbidden, out string? whyNot)
    {
        if (OperatingSystem.IsWindows())
            return OpenOnWindows(path, out whyNot);

        whyNot = Ownership.CantBeTold;
        if (!UnixFiles.IsKnown)
            return null;

        try
        {
            using var file = UnixFiles.Open(path, out var isMissing);
            whyNot = isMissing ? null : file is null ? "is a symbolic link" : WhyNot(file, path, forbidden);
            return whyNot is null && file is not null ? Stream(file) : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static string? WhyNot(SafeFileHandle file, string path, UnixFileMode forbidden)
    {
        if (UnixFiles.FactsOf(file) is not { } facts)
            return Ownership.CantBeTold;

        return facts switch
        {
            { Kind: FileKind.Directory } => "is a directory",
            { Kind: not FileKind.Regular } => "is no ordinary file",

            // With a second name (a hard link), others could make a file of root look like ours. A file without a name
            // was just replaced by a writer.
            { Names: > 1 } => "has more than one name (hard link)",
            _ => Ownership.WhyNot(facts)
                ?? ((facts.Mode & forbidden) == 0 ? null
                    : forbidden == WritableByOthers ? "can be written by other users: take that away with chmod go-w"
                    : "is open to other users")
                ?? OwnDirectory.WhyNot(Path.GetDirectoryName(path)!),
        };
    }

    // The stream gets a handle of its own, which it disposes.
    private static FileStream Stream(SafeFileHandle file)
    {
        var own = new SafeFileHandle(file.DangerousGetHandle(), ownsHandle: true);
        file.SetHandleAsInvalid();
        return new FileStream(own, FileAccess.Read, bufferSize: 0);
    }

    private static FileStream? OpenOnWindows(string path, out string? whyNot)
    {
        whyNot =
            new FileInfo(path).LinkTarget is not null ? "is a symbolic link"
            : Directory.Exists(path) ? "is a directory"
            : null;
        return whyNot is not null ? null : new FileStream(path, new FileStreamOptions
        {
            // A writer must be able to rename its file over this one.
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        });
    }
}
