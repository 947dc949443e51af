namespace Slowroll.Disk;

/// <summary>The reads that a start needs from one disk. They are done one after the other on another thread, and the
/// start waits a moment for them.</summary>
/// <remarks>The thread pool does them, because it mostly has a thread that waits for work: to start a thread takes
/// longer than to read a cached config. If the pool has no thread yet, as in a new process, or doesn't begin soon, a
/// thread of their own does them.</remarks>
internal sealed class DiskReads : IThreadPoolWorkItem
{
    // In milliseconds: how long the pool may take until it begins, and how long the caller's thread waits in all. A
    // disk mostly answers sooner.
    private const int LongestQueueing = 1;
    private const int LongestWaiting = 10;

    private readonly List<Action> _reads = new(2);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hasBegun;

    /// <summary>Adds a read. Must not be called after <see cref="Begin"/>.</summary>
    public Task<T> Add<T>(Func<T> read)
    {
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reads.Add(() => DiskWork.Complete(ended, read));
        return ended.Task;
    }

    /// <summary>Begins to read.</summary>
    public void Begin()
    {
        if (_reads.Count == 0)
            _ended.SetResult();
        else if (ThreadPool.ThreadCount == 0)
            DiskWork.StartThread(Read);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Waits until everything is read, at most 10 milliseconds.</summary>
    public void WaitAMoment()
    {
        if (_ended.Task.Wait(LongestQueueing))
            return;

        if (Volatile.Read(ref _hasBegun) == 0)
            DiskWork.StartThread(Read);
        _ended.Task.Wait(LongestWaiting - LongestQueueing);
    }

    void IThreadPoolWorkItem.Execute() => Read();

    private void Read()
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) != 0)
            return;

        foreach (var read in _reads)
            read();
        _ended.SetResult();
    }
}
