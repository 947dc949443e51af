using System.Runtime.CompilerServices;
using Slowroll.Listening;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>Where a config puts a flag's current rule. A read is one volatile field.</summary>
internal abstract class FlagSlot(FlagName name, ChangeListeners listeners)
{
    public FlagName Name => name;

    /// <summary>A new config says something else of the flag.</summary>
    public event EventHandler? Changed
    {
        add => listeners.Add(name, value);
        remove => listeners.Remove(name, value);
    }

    /// <summary>Makes the flag's rule in another book. Nothing changes before <see cref="Swap"/>.</summary>
    /// <returns>Why it can't be used, if that wasn't reported before.</returns>
    public abstract string? Prepare(RuleBook book);

    /// <summary>Puts the prepared rule in force. This can't fail.</summary>
    public abstract void Swap();

    /// <summary>Reads the clock. If the rollout is over, answers without the clock from now on; if the clock was set
    /// back, with it again.</summary>
    public abstract void Settle();
}

/// <inheritdoc/>
internal sealed class FlagSlot<T>(
    FlagName name, FlagValueReader<T> reader, DecisionClock clock, ChangeListeners listeners)
    : FlagSlot(name, listeners)
{
    private volatile Rule<T> _rule = null!;
    private Rule<T>? _prepared;
    private EvaluationTags? _tags;

    public Rule<T> Rule => _rule;

    public DecisionClock Clock => clock;

    /// <summary>Costs what the rule costs, and a check whether evaluations are counted.</summary>
    public T Evaluate(in HashKey hashKey, T defaultValue) =>
        EvaluationTelemetry.IsEnabled ? Counted(hashKey, defaultValue) : _rule.Evaluate(hashKey, clock, defaultValue);

    public override string? Prepare(RuleBook book)
    {
        _prepared = Settled(book.RuleOf(Name, reader, out var fault) ?? book.Rules.Missing<T>(Name));
        return fault;
    }

    public override void Swap()
    {
        if (_prepared is { } prepared)
            _rule = prepared;
        _prepared = null;
    }

    public override void Settle()
    {
        var current = _rule;
        var settled = Settled(current);

        // Unless a new config came in between: its rule was settled when it was made.
#pragma warning disable CS0420 // Interlocked is stronger than volatile.
        if (!ReferenceEquals(settled, current))
            Interlocked.CompareExchange(ref _rule, settled, current);
#pragma warning restore CS0420
    }

    // A method of its own, so that a read that isn't counted stays small enough to be inlined.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Counted(in HashKey hashKey, T defaultValue) =>
        EvaluationTelemetry.Counted(_tags ??= new EvaluationTags(Name), _rule.Decide(hashKey, clock, defaultValue));

    private Rule<T> Settled(Rule<T> rule) => clock.AllowsSettling ? rule.Unsettled.SettledAt(clock.UtcTicks) : rule;
}
