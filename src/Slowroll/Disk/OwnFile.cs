using Microsoft.Win32.SafeHandles;

namespace Slowroll.Disk;

/// <summary>Opens a file that the library keeps for itself. It counts only if it is a regular file with one name and not a link,
/// if it belongs to the user of the process or to root, and if nobody else can write it; also when the process is root.</summary>
/// <remarks>
/// <para>What was opened is looked at, not what a path leads to: between a look and an opening others could replace it. For the
/// same reason the opening itself follows no link and waits for no pipe.</para>
/// <para>On Windows the profile's own permissions see to who can write.</para>
/// </remarks>
internal static class OwnFile
{
    /// <summary>What nobody else may do with a file that may be read.</summary>
    public const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>What nobody else may do with a file that is private.</summary>
    public const UnixFileMode UsableByOthers = WritableByOthers
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="forbidden">What others may not be able to do with it.</param>
    /// <param name="whyNot">The end of a sentence where the file doesn't count; null where it does.</param>
    /// <returns>Null where the file doesn't count; also where there is none, without a reason.</returns>
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

            // Another name may lie where others put it: a file of root's could be made to look like ours. No name is left where
            // a writer has just put a new file in its place.
            { Names: > 1 } => "has more than one name (hard link)",
            _ => Ownership.WhyNot(facts)
                ?? ((facts.Mode & forbidden) == 0 ? null
                    : forbidden == WritableByOthers ? "can be written by other users: take that away with chmod go-w"
                    : "is open to other users")
                ?? OwnDirectory.WhyNot(Path.GetDirectoryName(path)!),
        };
    }

    // The stream disposes a handle of its own.
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
