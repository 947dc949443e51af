using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slowroll.Disk;

/// <summary>Files of a Unix system, with their owners.</summary>
internal static partial class UnixFiles
{
    private const int Interrupted = 4;

    /// <summary>Opens a file for reading. Never waits for the writer of a pipe.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isMissing">Whether there is none. This is no exception, because the first exception of a process
    /// takes long, and mostly there is no locks file.</param>
    /// <returns>Null if there is none, and if the end of the path is a symbolic link.</returns>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static SafeFileHandle? Open(string path, out bool isMissing)
    {
        isMissing = false;
        int file, error;
        do
        {
            file = Open(path, IsApple ? AppleFiles.OpenFlags : LinuxFiles.OpenFlags);
            error = Marshal.GetLastPInvokeError();
        }
        while (file < 0 && error == Interrupted);

        if (file >= 0)
            return new SafeFileHandle(file, ownsHandle: true);

        isMissing = error is 2 or 20;
        return error switch
        {
            2 or 20 => null,
            _ when error == (IsApple ? AppleFiles.IsLink : LinuxFiles.IsLink) => null,
            _ => throw new IOException(Marshal.GetPInvokeErrorMessage(error)),
        };
    }

    /// <summary>The facts of an open file; null where the system doesn't tell.</summary>
    public static FileFacts? FactsOf(SafeFileHandle file) =>
        Ask(() => IsApple ? AppleFiles.Of(file) : IsLinux ? LinuxFiles.Of(file) : null);

    /// <summary>The facts of what a path leads to; null if the system doesn't say, or if nothing is there.</summary>
    public static FileFacts? FactsOf(string path) =>
        Ask(() => IsApple ? AppleFiles.Of(path) : IsLinux ? LinuxFiles.Of(path) : null);

    /// <summary>The number of the user whose rights this process has.</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint CurrentUser();

    /// <summary>Whether this class can open files on this system.</summary>
    public static bool IsKnown => IsApple || IsLinux;

    private static bool IsApple => OperatingSystem.IsMacOS()
        || OperatingSystem.IsMacCatalyst()
        || OperatingSystem.IsIOS()
        || OperatingSystem.IsTvOS();

    private static bool IsLinux => OperatingSystem.IsLinux() || OperatingSystem.IsAndroid();

    private static FileFacts? Ask(Func<FileFacts?> system)
    {
        try
        {
            return system();
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
