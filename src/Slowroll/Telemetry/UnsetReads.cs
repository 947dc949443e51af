using System.Collections.Concurrent;

namespace Slowroll.Telemetry;

/// <summary>The classes whose ambient flags were read while nothing had set them, until that is logged.</summary>
internal static class UnsetReads
{
    private static readonly ConcurrentDictionary<string, bool> Classes = new(StringComparer.Ordinal);

    /// <summary>Notes a read. Each ambient does so once.</summary>
    public static void Note(Type flagClass) => Classes.TryAdd(flagClass.FullName ?? flagClass.Name, true);

    /// <summary>Whether there was such a read of the class with that full name. Only the first call says so.</summary>
    public static bool Take(string flagClass) => !Classes.IsEmpty && Classes.TryRemove(flagClass, out _);
}
