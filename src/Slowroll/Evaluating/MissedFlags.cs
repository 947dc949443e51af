using System.Collections.Concurrent;

namespace Slowroll.Evaluating;

/// <summary>The flags that were asked for and that the live config doesn't have, for the log.</summary>
/// <remarks>A program may ask for any number of names: their count and their length are limited.</remarks>
/// <param name="onFirst">Called when the first one is added, on the thread that asks for it: it must return at
/// once.</param>
internal sealed class MissedFlags(Action onFirst)
{
    private const int Most = 100;
    private const int LongestName = 200;

    private ConcurrentDictionary<FlagName, bool>? _names;
    private int _count;

    /// <summary>Those so far, in the order of their names.</summary>
    public IReadOnlyList<FlagName> All => Volatile.Read(ref _names) is not { } names
        ? []
        : [.. names.Keys.OrderBy(flag => flag.ToString(), StringComparer.Ordinal)];

    /// <summary>Adds a flag. A flag that is known already costs a look-up and allocates nothing.</summary>
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
