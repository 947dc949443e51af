using Slowroll.Evaluating;

namespace Slowroll;

/// <summary>One flag of a config, found once and asked often. It follows the config: when a new one comes, the next
/// answer is the new config's.</summary>
/// <remarks>Answering never throws, waits or touches disk and network. It allocates at the first read of each thread,
/// of each rollout and of each part of its schedule, else nothing; the rare reads that allocate all the same (an own
/// hasher with a salt, interpolated JSON, a very long hash key) are listed in docs/reads.md. It may notice a switch
/// some milliseconds late, by the step of the system's clock. Safe for any number of threads.</remarks>
public sealed class Flag<T>
{
    private readonly FlagSlot<T> _slot;
    private readonly T _default;

    internal Flag(FlagSlot<T> slot, T defaultValue) => (_slot, _default) = (slot, defaultValue);

    /// <summary>Raised after a new config that changes this flag has gone into force. The sender is the
    /// <see cref="SlowrollConfig"/>; handlers are called as for <see cref="SlowrollConfig.Changed"/>.</summary>
    public event EventHandler? Changed
    {
        add => _slot.Changed += value;
        remove => _slot.Changed -= value;
    }

    /// <summary>The flag's two names.</summary>
    public FlagName Name => _slot.Name;

    /// <summary>The value for a hash key, now.</summary>
    /// <param name="hashKey">A host name, a user id or whatever decides the rollout; null counts as the empty
    /// text.</param>
    public T Evaluate(string hashKey) => Evaluate(HashKey.Unhashed(hashKey));

    /// <summary>The value for a hash key that was hashed before, now.</summary>
    public T Evaluate(in HashKey hashKey) => _slot.Evaluate(hashKey, _default);

    /// <summary>The value for a hash key, now, and why it is that one.</summary>
    /// <param name="hashKey">As for <see cref="Evaluate(string)"/>.</param>
    public Evaluation<T> Explain(string hashKey) => Explain(HashKey.Unhashed(hashKey));

    /// <summary>The value for a hash key that was hashed before, now, and why it is that one.</summary>
    public Evaluation<T> Explain(in HashKey hashKey) => _slot.Rule.Explain(hashKey, _slot.Clock, _default);
}
