using System.Collections.Concurrent;

namespace Slowroll.Evaluating;

/// <summary>The flags that a live config was asked for and hasn't, for the log.</summary>
/// <remarks>Names may be made up without end: only so many are noted, and none that is long.</remarks>
/// <param name="onFirst">Is called when the first one is noted, by whoever asks for it: it must return at once.</param>
internal sealed class MissedFlags(Action onFirst)
{
    private const int Most = 100;
    private const int LongestName = 200;

    private ConcurrentDictionary<FlagName, bool>? _names;
    private int _count;

    /// <summary>Those that were noted so far, in the order of their names.</summary>
    public IReadOnlyList<FlagName> All => Volatile.Read(ref _names) is not { } names
        ? []
        : [.. names.Keys.OrderBy(flag => flag.ToString(), StringComparer.Ordinal)];

    /// <summary>Notes a flag. Costs a look-up where it was noted before; allocates nothing then.</summary>
    public void Note(FlagName flag)
    {
        if (Volatile.Read(ref _count) >= Most || flag.Section.Length + flag.Key.Length > LongestName)
            return;

        var names = LazyInitializer.EnsureInitialized(ref _names);
        if (names.ContainsKey(flag))
            return;

        if (names.TryAdd(flag, true) && Interlocked.Increment(ref _count) == 1)
            onFirst();
    }
}
