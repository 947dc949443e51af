using System.Security;

namespace Slowroll.Tool.Disk;

/// <summary>The exceptions of disks and files.</summary>
internal static class DiskFault
{
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;

    /// <summary>Does something that may fail.</summary>
    public static void Ignore(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (Is(exception))
        {
        }
    }
}
