using Microsoft.Extensions.Logging;
using Slowroll.Telemetry;

namespace Slowroll.Listening;

/// <summary>The handlers of a config's events. They are not stored in the slots of the flags: a slot is collected with
/// its last <see cref="Flag{T}"/>, and a handler stays until it is removed.</summary>
internal sealed class ChangeListeners
{
    /// <summary>How long a refresh waits for handlers.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private ChangeListener[] _all = [];

    public void Add(EventHandler<ConfigChangedEventArgs>? handler) => Add(null, handler);

    public void Remove(EventHandler<ConfigChangedEventArgs>? handler) => Remove(null, handler);

    public void Add(FlagName flag, EventHandler? handler) => Add((FlagName?)flag, handler);

    public void Remove(FlagName flag, EventHandler? handler) => Remove((FlagName?)flag, handler);

    /// <summary>Begins to call all handlers that are there now: a handler that is added later isn't called for this
    /// change.</summary>
    /// <returns>Completes when all handlers have returned, at the latest after <see cref="Patience"/>.</returns>
    public Task TellAsync(object sender, ConfigChange change, ILogger logger)
    {
        var all = Volatile.Read(ref _all);
        return all.Length == 0
            ? Task.CompletedTask
            : WaitForAsync(Task.WhenAll(all.Select(listener => listener.TellAsync(sender, change, logger))), logger);
    }

    private static async Task WaitForAsync(Task handlers, ILogger logger)
    {
        try
        {
            // By the system's clock, even if the config has another clock: a handler takes real time.
            await handlers.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Log.HandlerIsSlow(logger, Patience);
        }
    }

    private void Add(FlagName? flag, Delegate? handler)
    {
        if (handler is null)
            return;

        lock (_gate)
            Volatile.Write(ref _all, [.. _all, new ChangeListener(flag, handler)]);
    }

    // As with every event, if the same handler was added several times, the last one is removed.
    private void Remove(FlagName? flag, Delegate? handler)
    {
        if (handler is null)
            return;

        lock (_gate)
        {
            if (Array.FindLastIndex(_all, each => each.Is(flag, handler)) is >= 0 and var at)
                Volatile.Write(ref _all, [.. _all[..at], .. _all[(at + 1)..]]);
        }
    }
}
