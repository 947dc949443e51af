using System.Collections.Concurrent;

namespace Slowroll.Telemetry;

/// <summary>The classes whose ambient flags were read before anything had set them; a class is removed when that is
/// logged.</summary>
internal static class UnsetReads
{
    private static readonly ConcurrentDictionary<string, bool> Classes = new(StringComparer.Ordinal);

    // IsEmpty of a dictionary without entries takes its locks and starts an event source.
    private static volatile bool HasAny;

    /// <summary>Notes a read. Each class's ambient flags call it once.</summary>
    public static void Note(Type flagClass)
    {
        Classes.TryAdd(flagClass.FullName ?? flagClass.Name, true);
        HasAny = true;
    }

    /// <summary>Whether there was such a read of the class with that full name. Only the first call says so.</summary>
    public static bool Take(string flagClass) => HasAny && Classes.TryRemove(flagClass, out _);
}
