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

    public void Follow(ConfigSnapshot snapshot) => PutRules(() => _snapshot = snapshot);

    public void Follow(FlagLocks locks) => PutRules(() => _locks = locks);

    /// <summary>A flag's place in the table, found once and asked often.</summary>
    public FlagSlot<T> SlotOf<T>(FlagName name, ValueReader<T> reader)
    {
        if (_slots.TryGetValue((name, reader), out var known))
            return (FlagSlot<T>)known;

        var slot = new FlagSlot<T>(name, reader, clock);
        var faults = new List<(FlagName, string)>();
        lock (_gate)
        {
            if (!_slots.TryGetValue((name, reader), out known))
            {
                slot.Follow(_snapshot, _locks, faults);
                known = _slots[(name, reader)] = slot;
            }
        }

        Tell(faults);
        return (FlagSlot<T>)known;
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

    /// <summary>Who wants to know when a flag changes, now.</summary>
    public IReadOnlyList<(FlagName Name, EventHandler Handlers)> Listeners() =>
        [.. _slots.Values.Where(slot => slot.Handlers is not null).Select(slot => (slot.Name, slot.Handlers!))];

    /// <summary>The same flags at one instant.</summary>
    public FlagTable Freeze() => new(_snapshot, _locks, new StoppedClock(clock.GetUtcNow()), onFault);

    private void PutRules(Action change)
    {
        var faults = new List<(FlagName, string)>();
        lock (_gate)
        {
            change();
            foreach (var slot in _slots.Values)
                slot.Follow(_snapshot, _locks, faults);
        }

        Tell(faults);
    }

    // Outside of the lock: a logger is foreign code, and may ask for a flag itself.
    private void Tell(List<(FlagName Flag, string Fault)> faults)
    {
        foreach (var (flag, fault) in faults)
            onFault(flag, fault);
    }
}
