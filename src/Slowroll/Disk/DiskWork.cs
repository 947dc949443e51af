namespace Slowroll.Disk;

/// <summary>Work that a disk may hold up for ever: it is done beside whoever asks for it, who waits only so long.</summary>
/// <remarks>All these times are the system's, whatever clock the config goes by: a disk doesn't know that one. Nothing here keeps
/// the logging scope, the trace and whatever else is async-local of whoever asks.</remarks>
internal static class DiskWork
{
    /// <summary>How long a start waits for what is on disk. Then it goes on without.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    /// <summary>How long opening, refreshing and disposing wait for a write that is under way, from its beginning.</summary>
    public static readonly TimeSpan LongestWaiting = TimeSpan.FromSeconds(2);

    /// <summary>After how long without an answer the log says that a disk hangs.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>Does work on a thread of its own: it begins at once, also where the thread pool has no thread to spare.</summary>
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

    /// <summary>Starts a thread of its own; where the system gives none, the thread pool does it.</summary>
    public static void StartThread(Action work)
    {
        try
        {
            new Thread(new ThreadStart(work)) { IsBackground = true, Name = "Slowroll disk" }.UnsafeStart();
        }
        catch (Exception exception) when (exception is ThreadStartException or OutOfMemoryException or PlatformNotSupportedException)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static work => work(), work, preferLocal: false);
        }
    }

    /// <summary>Does work and completes what others wait for.</summary>
    public static void Complete<T>(TaskCompletionSource<T> ended, Func<T> work)
    {
        try
        {
            ended.SetResult(work());
        }
#pragma warning disable CA1031 // Whoever waits for it gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ended.SetException(exception);

            // What nobody waits for any more is not the process's business.
            _ = ended.Task.Exception;
        }
    }
}
