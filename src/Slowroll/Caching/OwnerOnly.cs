namespace Slowroll.Caching;

/// <summary>Files and directories for their owner only. On Windows the profile's own permissions see to that.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Directory700 = File600 | UnixFileMode.UserExecute;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Directory700);
    }

    /// <summary>A new file, never one that is already there, or a link to it.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File600;

        return new FileStream(path, options);
    }

    /// <summary>Whether nobody but its owner can do anything with an open file.</summary>
    /// <remarks>Others may be able to put a file of theirs into the directory. For us to open it, it has to be open to more
    /// than its owner.</remarks>
    public static bool Holds(FileStream stream) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(stream.SafeFileHandle) & ~Directory700) == 0;
}
