namespace Slowroll.Disk;

/// <summary>What a Unix system knows of a file or a directory.</summary>
/// <param name="Kind">The type of the file, as in the upper four bits of its mode.</param>
/// <param name="Mode">The permissions, with the sticky bit.</param>
/// <param name="Owner">The number of the user to whom it belongs.</param>
/// <param name="Names">How many names (hard links) it has: none after another file has replaced it.</param>
internal readonly record struct FileFacts(FileKind Kind, UnixFileMode Mode, uint Owner, uint Names)
{
    private const int KindBits = 0xF000;
    private const int ModeBits = 0x0FFF;

    public static FileFacts Of(int mode, uint owner, uint names) =>
        new((FileKind)(mode & KindBits), (UnixFileMode)(mode & ModeBits), owner, names);
}

/// <summary>The types of files that matter here.</summary>
internal enum FileKind
{
    /// <summary>Something that is not in this list.</summary>
    Other = 0,

    /// <summary>A named pipe, or one without a name.</summary>
    Pipe = 0x1000,

    /// <summary>A device that is read character by character, such as a terminal.</summary>
    CharacterDevice = 0x2000,

    /// <summary>A directory.</summary>
    Directory = 0x4000,

    /// <summary>A device that is read block by block, such as a disk.</summary>
    BlockDevice = 0x6000,

    /// <summary>A file with bytes.</summary>
    Regular = 0x8000,

    /// <summary>A socket.</summary>
    Socket = 0xC000,
}
