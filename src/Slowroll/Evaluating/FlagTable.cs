using System.Collections.Concurrent;
using Slowroll.Documents;
using Slowroll.Locking;

namespace Slowroll.Evaluating;

/// <summary>The flags in use. Each has a slot with its rule in it; a new config or new locks put new rules into all slots.</summary>
/// <remarks>Asking takes no lock. Following and the first question for a flag take one, so that no slot misses a config.</remarks>
internal sealed class FlagTable(ConfigSnapshot snapshot, FlagLocks locks, TimeProvider clock, Action<FlagName, string> onFault)
{
    private readonly ConcurrentDictionary<(FlagName, object Reader), FlagSlot> _slots = new(concurrencyLevel: 1, capacity: 7);
    private readonly object _gate = new();
    private volatile ConfigSnapshot _snapshot = snapshot;
    private volatile FlagLocks _locks = locks;

    public TimeProvider Clock => clock;

    public ConfigSnapshot Snapshot => _snapshot;

    public FlagLocks Locks => _locks;

    public void Follow(ConfigSnapshot snapshot)
    {
        lock (_gate)
        {
            _snapshot = snapshot;
            PutRules();
        }
    }

    public void Follow(FlagLocks locks)
    {
        lock (_gate)
        {
            _locks = locks;
            PutRules();
        }
    }

    /// <summary>A flag's place in the table, found once and asked often.</summary>
    public FlagSlot<T> SlotOf<T>(FlagName name, ValueReader<T> reader)
    {
        if (_slots.TryGetValue((name, reader), out var known))
            return (FlagSlot<T>)known;

        lock (_gate)
        {
            return (FlagSlot<T>)_slots.GetOrAdd((name, reader), _ =>
            {
                var slot = new FlagSlot<T>(name, reader, clock);
                slot.Follow(_snapshot, _locks, onFault);
                return slot;
            });
        }
    }

    /// <summary>A flag's value, for who has only its name.</summary>
    public T Evaluate<T>(FlagName name, ValueReader<T> reader, in HashKey key, T defaultValue) =>
        TryGetSlot(name, reader) is { } slot ? slot.Evaluate(key, defaultValue) : defaultValue;

    /// <summary>A flag's value and the reason, for who has only its name.</summary>
    public Evaluation<T> Explain<T>(FlagName name, ValueReader<T> reader, in HashKey key, T defaultValue) =>
        (TryGetSlot(name, reader)?.Rule ?? DefaultRule<T>.Missing).Explain(key, clock, defaultValue);

    // Names that aren't there get no slot: they may be anything, and without end.
    private FlagSlot<T>? TryGetSlot<T>(FlagName name, ValueReader<T> reader) =>
        _slots.TryGetValue((name, reader), out var known) ? (FlagSlot<T>)known
        : _snapshot.Has(name) ? SlotOf(name, reader)
        : null;

    /// <summary>The slots of some flags, as far as they are in use.</summary>
    public IEnumerable<FlagSlot> SlotsOf(HashSet<FlagName> names) => _slots.Values.Where(slot => names.Contains(slot.Name));

    /// <summary>The same flags at one instant.</summary>
    public FlagTable Freeze() => new(_snapshot, _locks, new StoppedClock(clock.GetUtcNow()), onFault);

    private void PutRules()
    {
        foreach (var slot in _slots.Values)
            slot.Follow(_snapshot, _locks, onFault);
    }
}
