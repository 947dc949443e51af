namespace Slowroll.Disk;

/// <summary>Work that may never end because of a disk: it is done on another thread, and the caller waits only for a
/// limited time.</summary>
/// <remarks>All these times are of the system's clock, even if the config has another clock: a disk takes real time.
/// The work has none of the async-locals of its caller, such as a logging scope or a trace.</remarks>
internal static class DiskWork
{
    /// <summary>How long a start waits for what is on disk. Then it continues without it.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    /// <summary>How long opening, refreshing and disposing wait for a write that is under way, from its
    /// beginning.</summary>
    public static readonly TimeSpan LongestWaiting = TimeSpan.FromSeconds(2);

    /// <summary>After how long without an answer the log says that a disk hangs.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>Does work on a thread of its own: it begins at once, even if the thread pool has no free
    /// thread.</summary>
    public static Task<T> Run<T>(Func<T> work)
    {
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        StartThread(() => Complete(ended, work));
        return ended.Task;
    }

    /// <summary>Does short work that comes again and again, on the thread pool.</summary>
    public static Task<T> RunOften<T>(Func<T> work)
    {
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(_ => Complete(ended, work), null);
        return ended.Task;
    }

    /// <summary>Starts a thread for some work; if the system gives no thread, the thread pool does the work.</summary>
    public static void StartThread(Action work)
    {
        if (!TryStartThread(work))
            ThreadPool.UnsafeQueueUserWorkItem(static work => work(), work, preferLocal: false);
    }

    private static bool TryStartThread(Action work)
    {
        // A browser has one thread.
        if (OperatingSystem.IsBrowser())
            return false;

        try
        {
            new Thread(new ThreadStart(work)) { IsBackground = true, Name = "Slowroll disk" }.UnsafeStart();
            return true;
        }
        catch (Exception exception)
            when (exception is ThreadStartException or OutOfMemoryException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Does work and completes the task that others wait for.</summary>
    public static void Complete<T>(TaskCompletionSource<T> ended, Func<T> work)
    {
        try
        {
            ended.SetResult(work());
        }
#pragma warning disable CA1031 // Those who wait for the task get the exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ended.SetException(exception);

            // A failure that nobody waits for must not end the process.
            _ = ended.Task.Exception;
        }
    }
}
