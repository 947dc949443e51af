using System.Collections.Concurrent;

namespace Slowroll.Evaluating;

/// <summary>The slots that are still in use, by flag and type. A program that looks up flags by any number of names
/// must not fill the memory.</summary>
/// <remarks>Finding takes no lock; the caller makes sure that only one thread writes.</remarks>
internal sealed class WeakSlots
{
    private const int FirstSweep = 64;

    private readonly ConcurrentDictionary<(FlagName, object Reader), WeakReference<FlagSlot>> _slots =
        new(concurrencyLevel: 1, capacity: 7);
    private int _added;
    private int _sweepAt = FirstSweep;

    public FlagSlot? Find(FlagName flag, object reader) =>
        _slots.TryGetValue((flag, reader), out var weak) && weak.TryGetTarget(out var slot) ? slot : null;

    public void Add(FlagSlot slot, object reader)
    {
        // At twice the number that was left last time, so that sweeping costs a constant time for each slot.
        if (++_added > _sweepAt)
            Sweep();
        _slots[(slot.Name, reader)] = new WeakReference<FlagSlot>(slot);
    }

    /// <summary>Removes the slots that are no longer in use, and returns the others.</summary>
    public List<FlagSlot> Sweep()
    {
        List<FlagSlot> alive = [];

        // IsEmpty of a dictionary without entries takes its locks and starts an event source.
        if (_added == 0)
            return alive;

        foreach (var (key, weak) in _slots)
        {
            if (weak.TryGetTarget(out var slot))
                alive.Add(slot);
            else
                _slots.TryRemove(key, out _);
        }

        _added = alive.Count;
        _sweepAt = Math.Max(FirstSweep, 2 * alive.Count);
        return alive;
    }
}
