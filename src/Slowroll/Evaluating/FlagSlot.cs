using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>Where a live config puts a flag's current rule. A read is one volatile field.</summary>
internal abstract class FlagSlot(FlagName name, FlagListeners listeners)
{
    public FlagName Name => name;

    /// <summary>A new config says something else of the flag.</summary>
    public event EventHandler? Changed
    {
        add => listeners.Add(name, value);
        remove => listeners.Remove(name, value);
    }

    /// <summary>Takes the flag's rule from a book.</summary>
    /// <returns>Why it can't be used, if that wasn't told before.</returns>
    public abstract string? Follow(RuleBook book);

    /// <summary>Does away with what is over by now: a rollout that has ended needs no clock any more.</summary>
    public abstract void Settle();
}

/// <inheritdoc/>
internal sealed class FlagSlot<T>(FlagName name, FlagValueReader<T> reader, DecisionClock clock, FlagListeners listeners)
    : FlagSlot(name, listeners)
{
    private volatile Rule<T> _rule = null!;

    public Rule<T> Rule => _rule;

    public DecisionClock Clock => clock;

    /// <summary>Costs what the rule costs, and a look whether anybody counts.</summary>
    public T Evaluate(in HashKey key, T defaultValue) => EvaluationTelemetry.IsEnabled
        ? EvaluationTelemetry.Counted(Name, _rule.Decide(key, clock, defaultValue))
        : _rule.Evaluate(key, clock, defaultValue);

    public override string? Follow(RuleBook book)
    {
        _rule = book.RuleOf(Name, reader, out var fault) ?? new MissingRule<T>(book.Snapshot, Name);
        Settle();
        return fault;
    }

    public override void Settle()
    {
        if (clock.OnlyAdvances)
            _rule = _rule.SettledAt(clock.UtcTicks);
    }
}
