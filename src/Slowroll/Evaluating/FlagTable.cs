using Slowroll.Documents;
using Slowroll.Locking;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>The flags in use. Each that somebody holds has a slot with its rule in it; a new config or new locks put new rules
/// into all slots.</summary>
/// <remarks>Asking takes no lock. Following and the first question for a flag take one, so that no slot misses a config.</remarks>
/// <param name="book">The rules to begin with.</param>
/// <param name="clock">The clock that decisions go by.</param>
/// <param name="isFixed">Whether no other rules will ever come: then nobody needs to know the slots, and a frozen view costs little.</param>
/// <param name="onFault">Is told of each flag that is there and can't be used.</param>
internal sealed class FlagTable(RuleBook book, DecisionClock clock, bool isFixed, Action<FlagName, string> onFault)
{
    private readonly WeakSlots? _slots = isFixed ? null : new();
    private readonly FlagListeners _listeners = new();
    private readonly object _gate = new();
    private volatile RuleBook _book = book;

    public DecisionClock Clock => clock;

    public ConfigSnapshot Snapshot => _book.Snapshot;

    public FlagLocks Locks => _book.Locks;

    /// <summary>Who wants to know when a flag changes, now.</summary>
    public IReadOnlyDictionary<FlagName, EventHandler> Listeners => _listeners.All;

    public void Follow(ConfigSnapshot snapshot) => PutRules(current => new RuleBook(snapshot, current.Locks));

    public void Follow(FlagLocks locks) => PutRules(current => new RuleBook(current.Snapshot, locks));

    /// <summary>Does away with what is over by now.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            foreach (var slot in _slots?.Sweep() ?? [])
                slot.Settle();
        }
    }

    /// <summary>A flag's place in the table, found once and asked often.</summary>
    public FlagSlot<T> SlotOf<T>(FlagName name, FlagValueReader<T> reader)
    {
        if (_slots?.Find(name, reader) is FlagSlot<T> known)
            return known;

        var slot = new FlagSlot<T>(name, reader, clock, _listeners);
        string? fault;
        lock (_gate)
        {
            if (_slots?.Find(name, reader) is FlagSlot<T> found)
                return found;

            fault = slot.Follow(_book);
            _slots?.Add(slot, reader);
        }

        Tell(name, fault);
        return slot;
    }

    /// <summary>A flag's value, for who has only its name.</summary>
    public T Evaluate<T>(FlagName name, FlagValueReader<T> reader, in HashKey key, T defaultValue) => RuleOf(name, reader, _book) switch
    {
        // Names that aren't there are not counted: they may be anything, and without end.
        null => defaultValue,
        var rule when EvaluationTelemetry.IsEnabled => EvaluationTelemetry.Counted(name, rule.Decide(key, clock, defaultValue)),
        var rule => rule.Evaluate(key, clock, defaultValue),
    };

    /// <summary>A flag's value and the reason, for who has only its name.</summary>
    public Evaluation<T> Explain<T>(FlagName name, FlagValueReader<T> reader, in HashKey key, T defaultValue)
    {
        var book = _book;
        return (RuleOf(name, reader, book) ?? new MissingRule<T>(book.Snapshot, name)).Explain(key, clock, defaultValue);
    }

    /// <summary>The same flags at one instant.</summary>
    public FlagTable Freeze() => new(_book, new StoppedClock(clock), isFixed: true, onFault);

    private Rule<T>? RuleOf<T>(FlagName name, FlagValueReader<T> reader, RuleBook book)
    {
        var rule = book.RuleOf(name, reader, out var fault);
        Tell(name, fault);
        return rule;
    }

    private void PutRules(Func<RuleBook, RuleBook> next)
    {
        var faults = new List<(FlagName Flag, string? Fault)>();
        lock (_gate)
        {
            _book = next(_book);
            foreach (var slot in _slots?.Sweep() ?? [])
                faults.Add((slot.Name, slot.Follow(_book)));
        }

        foreach (var (flag, fault) in faults)
            Tell(flag, fault);
    }

    // Outside of the lock: a logger is foreign code, and may ask for a flag itself.
    private void Tell(FlagName flag, string? fault)
    {
        if (fault is not null)
            onFault(flag, fault);
    }
}
