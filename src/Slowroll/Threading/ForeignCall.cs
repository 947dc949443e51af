namespace Slowroll.Threading;

/// <summary>Calls code that may block its thread, on a thread of the pool, and knows whether it still does.</summary>
internal sealed class ForeignCall
{
    private Task _entered = Task.CompletedTask;

    /// <summary>Whether the last call hasn't returned its task yet.</summary>
    public bool IsBlocked => !_entered.IsCompleted;

    /// <summary>Completes when the last call has returned its task or has thrown. Never fails.</summary>
    public Task Returned => Task.WhenAny(_entered);

    /// <summary>Starts a call. A caller that gives up waiting must observe its exception, see
    /// <see cref="Detached.Observe"/>.</summary>
    public Task<T> Start<T>(Func<Task<T>> call)
    {
        using AsyncFlowControl? flow = Detached.Suppress();
        var entered = Task.Factory.StartNew(
            call, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        _entered = entered;
        return entered.Unwrap();
    }
}
