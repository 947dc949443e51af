using Slowroll.Documents;
using Slowroll.Listening;
using Slowroll.Locking;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>The flags in use. Each that somebody holds has a slot with its rule in it; a new config or new locks put
/// new rules into all slots.</summary>
/// <remarks>Rules are made first, while reads go on; then all of them go into force in steps that can't fail. A read
/// takes no lock. Finding a flag for the first time takes a lock while the slot is added to a list.</remarks>
/// <param name="book">The first rules.</param>
/// <param name="clock">The clock that decisions go by.</param>
/// <param name="isFixed">Whether the rules never change.</param>
/// <param name="onFault">Called for each flag of the config that can't be used.</param>
internal sealed class FlagTable(RuleBook book, DecisionClock clock, bool isFixed, Action<FlagName, string> onFault)
{
    // A frozen view doesn't follow its flags, and has to be cheap.
    private readonly WeakSlots? _slots = isFixed && clock.IsStopped ? null : new();
    private readonly ChangeListeners _listeners = new();
    private readonly object _changing = new();
    private readonly object _gate = new();
    private volatile Books _books = new(book, null);
    private bool _isWatched;

    public DecisionClock Clock => clock;

    /// <summary>The config and the locks in force.</summary>
    public RuleBook InForce => _books.Current;

    /// <summary>The listeners to changes.</summary>
    public ChangeListeners Listeners => _listeners;

    /// <summary>Puts a config in force, as a whole or not at all.</summary>
    /// <param name="snapshot">The config.</param>
    /// <param name="alongside">What else goes into force at the same moment. It must not fail.</param>
    /// <param name="missed">Collects the flags that are asked for and that the config doesn't have; null to collect
    /// none.</param>
    /// <param name="etag">The ETag of the config; null for none.</param>
    /// <param name="note">Is called when it is in force, and before anything else can go into force. It must neither
    /// fail nor wait.</param>
    public void Follow(
        ConfigSnapshot snapshot, Action? alongside = null, MissedFlags? missed = null, string? etag = null,
        Action? note = null) =>
        Change(
            current => new RuleBook(current.Rules.Followed(snapshot, etag, missed), current.Locks), alongside, note);

    /// <summary>Puts locks in force, all of them or none.</summary>
    /// <param name="locks">The locks.</param>
    /// <param name="note">As for a config.</param>
    public void Follow(FlagLocks locks, Action? note = null) =>
        Change(current => new RuleBook(current.Rules, locks), alongside: null, note);

    /// <summary>Reads what goes into force alongside a config, and that config and the locks with it. Nothing goes into
    /// force meanwhile.</summary>
    /// <param name="alongside">Reads what
    /// <see cref="Follow(ConfigSnapshot, Action?, MissedFlags?, string?, Action?)"/> has put in force. It must not
    /// wait.</param>
    public (T State, RuleBook InForce) ReadInForce<T>(Func<T> alongside)
    {
        lock (_gate)
            return (alongside(), _books.Current);
    }

    /// <summary>Reads the clock, and settles what is over by now and what no longer is.</summary>
    public void Settle()
    {
        if (!clock.AllowsSettling)
            return;

        foreach (var slot in AliveSlots())
            slot.Settle();
    }

    /// <summary>A flag's place in the table, found once and read often.</summary>
    public FlagSlot<T> SlotOf<T>(FlagName name, FlagValueReader<T> reader)
    {
        while (true)
        {
            if (_slots?.Find(name, reader) is FlagSlot<T> known)
                return known;

            var books = _books;
            var slot = new FlagSlot<T>(name, reader, clock, _listeners);
            Tell(name, slot.Prepare(books.Current));
            slot.Swap();
            var laterFault = books.Next is { } next ? slot.Prepare(next) : null;
            if (TryEnter(slot, reader, books, laterFault))
                return slot;
        }
    }

    /// <summary>A flag's value, for a caller that has only its name.</summary>
    public T Evaluate<T>(FlagName name, FlagValueReader<T> reader, in HashKey hashKey, T defaultValue)
    {
        var current = _books.Current;
        return RuleOf(name, reader, current) switch
        {
            // Names that the config doesn't have are not counted: there may be any number of them.
            null => Missed(current.Rules, name, hashKey, defaultValue),
            var rule when EvaluationTelemetry.IsEnabled =>
                EvaluationTelemetry.Counted(current.TagsOf(name), rule.Decide(hashKey, clock, defaultValue)),
            var rule => rule.Evaluate(hashKey, clock, defaultValue),
        };
    }

    /// <summary>A flag's value and the reason, for a caller that has only its name.</summary>
    /// <remarks>Costs a reading of the flag's text, and leaves nothing behind.</remarks>
    public Evaluation<T> Explain<T>(FlagName name, FlagValueReader<T> reader, in HashKey hashKey, T defaultValue)
    {
        var current = _books.Current;
        return (current.MakeOnce(name, reader) ?? new MissingRule<T>(current.Snapshot, name)).Explain(
            hashKey, clock, defaultValue);
    }

    /// <summary>The same flags at one instant.</summary>
    public FlagTable Freeze() => new(_books.Current, new StoppedClock(clock), isFixed: true, onFault);

    /// <summary>Completes when all exposures so far were logged, at the latest after a second.</summary>
    public Task WaitForExposuresAsync() =>
        InForce.Rules.Exposures?.WaitAsync(TimeSpan.FromSeconds(1)) ?? Task.CompletedTask;

    private T Missed<T>(ConfigRules rules, FlagName name, in HashKey hashKey, T defaultValue)
    {
        rules.TellMissing(name, hashKey.Value, clock);
        return defaultValue;
    }

    private Rule<T>? RuleOf<T>(FlagName name, FlagValueReader<T> reader, RuleBook book)
    {
        var rule = book.RuleOf(name, reader, out var fault);
        Tell(name, fault);
        return rule;
    }

    private void Change(Func<RuleBook, RuleBook> change, Action? alongside, Action? note)
    {
        List<(FlagName Flag, string? Fault)> faults = [];
        lock (_changing)
        {
            var before = _books;
            var next = change(before.Current);
            var preparing = new Books(before.Current, next);
            var after = new Books(next, null);
            FlagSlot[] slots;
            lock (_gate)
            {
                slots = [.. AliveSlots()];
                _books = preparing;
            }

            try
            {
                foreach (var found in next.FindAllOf(before.Current))
                    faults.Add(found);
                foreach (var slot in slots)
                    faults.Add((slot.Name, slot.Prepare(next)));
            }
            catch
            {
                // Nothing of it is in force: there was too little memory, or the reader of a value is broken.
                _books = before;
                throw;
            }

            lock (_gate)
            {
                _books = after;
                foreach (var slot in slots)
                    slot.Swap();
                foreach (var (slot, _) in preparing.FoundMeanwhile)
                    slot.Swap();
                alongside?.Invoke();
            }

            note?.Invoke();
            foreach (var (slot, fault) in preparing.FoundMeanwhile)
                faults.Add((slot.Name, fault));
        }

        foreach (var (flag, fault) in faults)
            Tell(flag, fault);
    }

    // False if other rules came in between: those of the slot are out of date.
    private bool TryEnter<T>(FlagSlot<T> slot, FlagValueReader<T> reader, Books books, string? laterFault)
    {
        // In a fixed config only a rule that depends on time has to be checked again.
        if (_slots is null || (isFixed && !slot.Rule.IsTimed))
            return true;

        lock (_gate)
        {
            if (!ReferenceEquals(_books, books) || _slots.Find(slot.Name, reader) is not null)
                return false;

            if (books.Next is not null)
                books.FoundMeanwhile.Add((slot, laterFault));
            _slots.Add(slot, reader);
            if (!_isWatched && slot.Rule.IsTimed && clock.AllowsSettling)
            {
                _isWatched = true;
                ClockWatch.Add(this);
            }
        }

        return true;
    }

    private List<FlagSlot> AliveSlots()
    {
        if (_slots is null)
            return [];

        lock (_gate)
            return _slots.Sweep();
    }

    // Outside of the locks: a logger is foreign code, and may read a flag itself.
    private void Tell(FlagName flag, string? fault)
    {
        if (fault is not null)
            onFault(flag, fault);
    }

    /// <summary>The rules in force, and those that are being made.</summary>
    private sealed class Books(RuleBook current, RuleBook? next)
    {
        public RuleBook Current => current;

        public RuleBook? Next => next;

        /// <summary>The slots that were entered while <see cref="Next"/> was being made.</summary>
        public List<(FlagSlot Slot, string? Fault)> FoundMeanwhile { get; } = [];
    }
}
