using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slowroll.Disk;

/// <summary>What .NET has no API for, on Linux: the owner of a file, by <c>statx</c>, whose layout is the same on every
/// architecture.</summary>
internal static unsafe partial class LinuxFiles
{
    private const int CurrentDirectory = -100;
    private const int OfTheHandle = 0x1000;

    // Type, mode, names and owner: the bits of what is asked for, and of what was answered.
    private const uint Wanted = 0x1 | 0x2 | 0x4 | 0x8;

    /// <summary>The flags of <c>open</c> for reading: it doesn't follow a link at the end of the path, doesn't wait for
    /// the writer of a pipe, and isn't inherited by child processes.</summary>
    /// <remarks>Which bit forbids links depends on the architecture.</remarks>
    public static int OpenFlags { get; } = 0x800 | 0x80000 | RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.Arm or Architecture.Arm64 or Architecture.Armv6 or Architecture.Ppc64le => 0x8000,
        _ => 0x20000,
    };

    /// <summary>What <c>open</c> answers if the end of the path is a link.</summary>
    public const int IsLink = 40;

    /// <summary>The facts of an open file; null where the system doesn't tell.</summary>
    public static FileFacts? Of(SafeFileHandle file)
    {
        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            return Ask((int)file.DangerousGetHandle(), "", OfTheHandle);
        }
        finally
        {
            if (isHeld)
                file.DangerousRelease();
        }
    }

    /// <summary>The facts of what a path leads to; null if the system doesn't say, or if nothing is there.</summary>
    public static FileFacts? Of(string path) => Ask(CurrentDirectory, path, 0);

    private static FileFacts? Ask(int directory, string path, int flags)
    {
        Answer answer;
        int error;
        try
        {
            error = StatX(directory, path, flags, Wanted, &answer);
        }
        catch (EntryPointNotFoundException)
        {
            // The libc is older than this call of the kernel.
            if (SystemCall is not { } number)
                return null;
            error = (int)Call(number, directory, path, flags, (nint)Wanted, &answer);
        }

        return error == 0 && (answer.Mask & Wanted) == Wanted
            ? FileFacts.Of(answer.Mode, answer.Owner, answer.Names)
            : null;
    }

    private static nint? SystemCall => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 332,
        Architecture.X86 or Architecture.Ppc64le => 383,
        Architecture.Arm64 or Architecture.LoongArch64 => 291,
        Architecture.Arm or Architecture.Armv6 => 397,
        Architecture.S390x => 379,
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint wanted, Answer* answer);

    [LibraryImport("libc", EntryPoint = "syscall", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Call(nint number, nint directory, string path, nint flags, nint wanted, Answer* answer);

    // struct statx: 256 bytes, of which four fields matter.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Answer
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(16)]
        public uint Names;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
