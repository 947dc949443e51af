using Slowroll.Documents;
using Slowroll.Locking;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>Where a live config puts a flag's current rule. A read is one volatile field.</summary>
internal abstract class FlagSlot(FlagName name)
{
    public FlagName Name => name;

    /// <summary>A new config says something else of the flag.</summary>
    public event EventHandler? Changed;

    public EventHandler? Handlers => Changed;

    /// <summary>Takes the flag's rule from a snapshot, pinned to a side if the flag is locked.</summary>
    public abstract void Follow(ConfigSnapshot snapshot, FlagLocks locks, List<(FlagName Flag, string Fault)> faults);
}

/// <inheritdoc/>
internal sealed class FlagSlot<T>(FlagName name, ValueReader<T> reader, TimeProvider clock) : FlagSlot(name)
{
    private volatile Rule<T> _rule = null!;

    public Rule<T> Rule => _rule;

    public TimeProvider Clock => clock;

    /// <summary>Costs what the rule costs, and a look whether anybody counts.</summary>
    public T Evaluate(in HashKey key, T defaultValue) =>
        EvaluationTelemetry.IsEnabled ? EvaluateCounted(key, defaultValue) : _rule.Evaluate(key, clock, defaultValue);

    public override void Follow(ConfigSnapshot snapshot, FlagLocks locks, List<(FlagName Flag, string Fault)> faults)
    {
        var rule = snapshot.RuleOf(Name, reader, faults);
        _rule = locks.SideOf(Name) is { } side ? rule.LockedTo(side) : rule;
    }

    private T EvaluateCounted(in HashKey key, T defaultValue)
    {
        var evaluation = _rule.Explain(key, clock, defaultValue);
        EvaluationTelemetry.Count(Name, evaluation.Side);
        return evaluation.Value;
    }
}
