using System.Collections.Immutable;

namespace Slowroll.Evaluating;

/// <summary>Who wants to know when a flag changes. Kept apart from the slots: a slot goes with its last
/// <see cref="Flag{T}"/>, a handler stays until it is taken off.</summary>
internal sealed class FlagListeners
{
    private ImmutableDictionary<FlagName, EventHandler> _handlers = ImmutableDictionary<FlagName, EventHandler>.Empty;

    /// <summary>All of them, now.</summary>
    public IReadOnlyDictionary<FlagName, EventHandler> All => Volatile.Read(ref _handlers);

    public void Add(FlagName flag, EventHandler? handler)
    {
        if (handler is not null)
            ImmutableInterlocked.AddOrUpdate(ref _handlers, flag, handler, (_, others) => others + handler);
    }

    public void Remove(FlagName flag, EventHandler? handler) => ImmutableInterlocked.Update(
        ref _handlers,
        handlers => handlers.GetValueOrDefault(flag) - handler is { } others
            ? handlers.SetItem(flag, others)
            : handlers.Remove(flag));
}
