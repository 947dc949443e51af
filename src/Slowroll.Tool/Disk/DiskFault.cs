using System.Security;

namespace Slowroll.Tool.Disk;

/// <summary>What a disk does to its users.</summary>
internal static class DiskFault
{
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;

    /// <summary>Does something that may as well not succeed.</summary>
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
