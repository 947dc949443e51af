namespace Slowroll.Threading;

/// <summary>Work that outlives the call that starts it: it runs on the thread pool, and carries none of its caller's
/// async-locals, such as a logging scope or a trace.</summary>
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

    /// <summary>What nobody waits for may still fail: that is not the process's business.</summary>
    public static void Observe(Task task)
    {
        using AsyncFlowControl? flow = Suppress();
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Cancels on the thread pool: what somebody has registered on the token is foreign code.</summary>
    public static Task Cancel(CancellationTokenSource cancellation)
    {
        using AsyncFlowControl? flow = Suppress();
        return cancellation.CancelAsync();
    }

    /// <summary>Starts what is asynchronous by itself, and may go on after whoever starts it has given up waiting.</summary>
    public static TTask Start<TTask>(Func<TTask> work) where TTask : Task
    {
        using AsyncFlowControl? flow = Suppress();
        return work();
    }

    /// <summary>Cancels and disposes, and waits for nothing: what somebody has registered on the token is foreign code, which may
    /// throw or never return.</summary>
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

    /// <summary>Until disposed, nothing that is started on this thread carries its async-locals. Null where that holds
    /// already.</summary>
    public static AsyncFlowControl? Suppress() => ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
}
