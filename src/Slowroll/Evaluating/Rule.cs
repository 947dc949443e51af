namespace Slowroll.Evaluating;

/// <summary>A flag of one config, ready to decide: nothing is left to parse, look up or convert.</summary>
internal abstract class Rule
{
    /// <summary>Finds the rule of the same flag, read the same way, in another config.</summary>
    /// <param name="flag">The flag's names.</param>
    /// <param name="reader">How its values are read: what this rule was made with.</param>
    /// <param name="book">The rules of the other config.</param>
    /// <returns>As for <see cref="RuleBook.RuleOf{T}"/>: why the flag can't be used there, reported once.</returns>
    public abstract string? FindIn(RuleBook book, FlagName flag, object reader);
}

/// <inheritdoc/>
/// <remarks>Immutable. The clock is a parameter, so that the live config and frozen views share one rule.</remarks>
internal abstract class Rule<T> : Rule
{
    /// <summary>Why the flag answers its default, to some or to all; null where nothing is wrong with it.</summary>
    public virtual string? Fault => null;

    /// <summary>Whether time changes what it answers.</summary>
    public virtual bool IsTimed => false;

    /// <summary>The rule that <see cref="SettledAt"/> was asked of; this one where it wasn't settled.</summary>
    public virtual Rule<T> Unsettled => this;

    /// <summary>Which part of the flag is ignored while the rest of it works, in a sentence; null for none.</summary>
    public virtual string? PassedOver => null;

    /// <summary>What there is to log about the flag, as the end of a sentence that begins with its name; null for
    /// nothing.</summary>
    public string? Complaint =>
        Fault is { } fault
            ? $"answers its default. {fault}"
            : PassedOver is { } passedOver ? $"is read but for a part. {passedOver}" : null;

    /// <summary>The rule by which everybody gets one side. Without a value for that side the rule stays as it
    /// is.</summary>
    public virtual Rule<T> LockedTo(Side side) => this;

    /// <summary>The rule that answers the same at all later instants without a clock, if there is one; else this
    /// one.</summary>
    public virtual Rule<T> SettledAt(long utcTicks) => this;

    /// <summary>The value.</summary>
    public abstract T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue);

    /// <summary>The value and its side, for a listener that counts. Never allocates.</summary>
    public abstract (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue);

    /// <summary>What decides for a hash key, and why the default answers, if it does: less than
    /// <see cref="Explain"/> says, and quick.</summary>
    public abstract (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock);

    /// <summary>The value and the reason.</summary>
    public abstract Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue);

    /// <inheritdoc/>
    public sealed override string? FindIn(RuleBook book, FlagName flag, object reader)
    {
        book.RuleOf(flag, (FlagValueReader<T>)reader, out var fault);
        return fault;
    }
}
