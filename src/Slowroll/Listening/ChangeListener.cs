using Microsoft.Extensions.Logging;
using Slowroll.Telemetry;
using Slowroll.Threading;

namespace Slowroll.Listening;

/// <summary>One handler of an event. It is called for one config after the other, apart from all other handlers: one
/// that is slow, throws or never returns affects no other.</summary>
/// <remarks>All changes that come while the handler is busy are given to it as one change when it returns.</remarks>
/// <param name="flag">The flag that the handler listens to; null for one that listens to the whole config.</param>
/// <param name="handler">The handler.</param>
internal sealed class ChangeListener(FlagName? flag, Delegate handler)
{
    private readonly object _gate = new();
    private ConfigChange? _pending;
    private bool _isBusy;

    public bool Is(FlagName? otherFlag, Delegate other) => flag == otherFlag && handler == other;

    /// <summary>Begins to call the handler.</summary>
    /// <returns>Completes when the handler has returned; at once for a handler that is busy with an earlier
    /// change.</returns>
    public Task TellAsync(object sender, ConfigChange change, ILogger logger)
    {
        lock (_gate)
        {
            _pending = _pending?.Then(change) ?? change;
            if (_isBusy)
                return Task.CompletedTask;

            _isBusy = true;
        }

        return Detached.Run(() => TellPending(sender, logger));
    }

    private void TellPending(object sender, ILogger logger)
    {
        while (TakePending() is { } change)
        {
            try
            {
                Call(sender, change);
            }
#pragma warning disable CA1031 // A handler is foreign code: what it throws is logged.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.HandlerThrew(logger, exception);
            }
        }
    }

    private ConfigChange? TakePending()
    {
        lock (_gate)
        {
            var change = _pending;
            _pending = null;
            _isBusy = change is not null;
            return change;
        }
    }

    private void Call(object sender, ConfigChange change)
    {
        if (flag is { } name && change.Concerns(name))
            ((EventHandler)handler)(sender, EventArgs.Empty);
        else if (flag is null && change.IsAny)
            ((EventHandler<ConfigChangedEventArgs>)handler)(sender, change.Difference);
    }
}
