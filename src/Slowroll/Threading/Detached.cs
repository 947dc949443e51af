namespace Slowroll.Threading;

/// <summary>Work that continues after the call that starts it: it runs on the thread pool, and has none of the
/// async-locals of its caller, such as a logging scope or a trace.</summary>
internal static class Detached
{
    /// <summary>Starts work.</summary>
    public static Task Run(Action work)
    {
        using AsyncFlowControl? flow = Suppress();
        return Task.Run(work);
    }

    /// <inheritdoc cref="Run(Action)"/>
    public static Task<T> Run<T>(Func<Task<T>> work)
    {
        using AsyncFlowControl? flow = Suppress();
        return Task.Run(work);
    }

    /// <summary>Observes the exception of a task that nobody waits for: it must not end the process.</summary>
    public static void Observe(Task task)
    {
        using AsyncFlowControl? flow = Suppress();
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Cancels on the thread pool: callbacks that are registered on the token are foreign code.</summary>
    public static Task Cancel(CancellationTokenSource cancellation)
    {
        using AsyncFlowControl? flow = Suppress();
        return cancellation.CancelAsync();
    }

    /// <summary>Starts an asynchronous method that may continue after its caller has given up waiting.</summary>
    public static TTask Start<TTask>(Func<TTask> work) where TTask : Task
    {
        using AsyncFlowControl? flow = Suppress();
        return work();
    }

    /// <summary>Cancels and disposes, and waits for nothing: callbacks that are registered on the token are foreign
    /// code, which may throw or never return.</summary>
    public static void End(CancellationTokenSource cancellation)
    {
        using AsyncFlowControl? flow = Suppress();
        Observe(EndAsync(cancellation));

        static async Task EndAsync(CancellationTokenSource cancellation)
        {
            using (cancellation)
                await cancellation.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Until it is disposed, work that this thread starts doesn't get the thread's async-locals. Null if that
    /// is so already.</summary>
    public static AsyncFlowControl? Suppress() =>
        ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
}
