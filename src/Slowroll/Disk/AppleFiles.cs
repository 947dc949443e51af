using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slowroll.Disk;

/// <summary>What .NET has no API for, on macOS and similar systems: the owner of a file, by <c>fstat</c> with 64-bit
/// file numbers.</summary>
internal static unsafe partial class AppleFiles
{
    /// <summary>The flags of <c>open</c> for reading: it doesn't follow a link at the end of the path, doesn't wait for
    /// the writer of a pipe, and isn't inherited by child processes.</summary>
    public const int OpenFlags = 0x4 | 0x100 | 0x1000000;

    /// <summary>What <c>open</c> answers if the end of the path is a link.</summary>
    public const int IsLink = 62;

    // On x64 the plain names still mean the structure with 32-bit file numbers.
    private static bool HasOldNames => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>The facts of an open file; null where the system doesn't tell.</summary>
    public static FileFacts? Of(SafeFileHandle file)
    {
        Answer answer;
        return FactsOf(HasOldNames ? FStat64(file, &answer) : FStat(file, &answer), answer);
    }

    /// <summary>The facts of what a path leads to; null if the system doesn't say, or if nothing is there.</summary>
    public static FileFacts? Of(string path)
    {
        Answer answer;
        return FactsOf(HasOldNames ? Stat64(path, &answer) : Stat(path, &answer), answer);
    }

    private static FileFacts? FactsOf(int error, in Answer answer) =>
        error == 0 ? FileFacts.Of(answer.Mode, answer.Owner, answer.Names) : null;

    [LibraryImport("libc", EntryPoint = "fstat")]
    private static partial int FStat(SafeFileHandle file, Answer* answer);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64")]
    private static partial int FStat64(SafeFileHandle file, Answer* answer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, Answer* answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat64(string path, Answer* answer);

    // struct stat: 144 bytes, of which three fields matter.
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct Answer
    {
        [FieldOffset(4)]
        public ushort Mode;

        [FieldOffset(6)]
        public ushort Names;

        [FieldOffset(16)]
        public uint Owner;
    }
}
