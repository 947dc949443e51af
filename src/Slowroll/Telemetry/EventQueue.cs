using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Slowroll.Threading;

namespace Slowroll.Telemetry;

/// <summary>Reports events in the order in which they came, one after the other, on a thread of the pool: a listener is
/// foreign code, which may block, and must not delay the thread on which the event happened.</summary>
/// <remarks>A limited number of events wait. How many were lost is logged as soon as the log takes lines
/// again.</remarks>
/// <param name="name">What the log calls the events.</param>
/// <param name="logger">Where lost events are told of.</param>
/// <param name="longestContext">How long the context of an event is kept while it waits; null for ten seconds.</param>
internal sealed class EventQueue(string name, ILogger logger, TimeSpan? longestContext = null)
{
    /// <summary>How many events wait at most; further ones are lost.</summary>
    public const int MostWaiting = 10_000;

    // Each context keeps what belongs to the caller, such as a request, in memory. So they are limited in number, and
    // in time too, since a log may never return.
    private const int MostContexts = 1_000;

    // So often at most, while a log is so slow that it loses events all the time.
    private const int EventsBetweenLosses = 100;

    private readonly ConcurrentQueue<WaitingEvent> _waiting = new();
    private readonly TimeSpan _longestContext = longestContext ?? TimeSpan.FromSeconds(10);
    private int _count;
    private int _lost;
    private int _isTelling;
    private int _isTiming;
    private Timer? _contextTimer;

    /// <summary>Adds an event. It is reported in the context of the caller, unless it has to wait for long: a log
    /// record belongs to the trace and to the scopes in which the event happened.</summary>
    public void Add(Action tell)
    {
        var count = Interlocked.Increment(ref _count);
        if (count > MostWaiting)
        {
            // In this order: as long as it is counted, the losses are still to be told of.
            Interlocked.Increment(ref _lost);
            Interlocked.Decrement(ref _count);
            return;
        }

        Enqueue(new(tell, count <= MostContexts ? ExecutionContext.Capture() : null));
        if (count <= MostContexts)
            TimeContexts();
    }

    /// <summary>Adds an event that is never lost, after all others so far and after how many of them were lost. Few may
    /// be added.</summary>
    public void AddLast(Action tell)
    {
        Interlocked.Increment(ref _count);
        Enqueue(new(
            () =>
            {
                TellLost();
                tell();
            },
            context: null));
    }

    /// <summary>Completes when all events so far were reported, at the latest after some time.</summary>
    public Task WaitAsync(TimeSpan patience)
    {
        if (Volatile.Read(ref _count) == 0)
            return Task.CompletedTask;

        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AddLast(reached.SetResult);
        return Task.WhenAny(reached.Task, Task.Delay(patience));
    }

    private void Enqueue(WaitingEvent waiting)
    {
        _waiting.Enqueue(waiting);
        if (Interlocked.Exchange(ref _isTelling, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.TellAll(), this, preferLocal: false);
    }

    private void TellAll()
    {
        do
        {
            for (var told = 1; _waiting.TryDequeue(out var next); told++)
            {
                Guard.Run(next.Tell);
                if (told % EventsBetweenLosses == 0 || _waiting.IsEmpty)
                    TellLost();
                Interlocked.Decrement(ref _count);
            }

            Volatile.Write(ref _isTelling, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isTelling, 1) == 0);
    }

    private void TimeContexts()
    {
        if (Volatile.Read(ref _isTiming) != 0 || Interlocked.Exchange(ref _isTiming, 1) != 0)
            return;

        using AsyncFlowControl? flow = Detached.Suppress();
        try
        {
            _contextTimer ??= new Timer(
                static queue => Guard.Run(((EventQueue)queue!).ReleaseContexts), this, Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
            _contextTimer.Change(_longestContext, Timeout.InfiniteTimeSpan);
        }
#pragma warning disable CA1031 // There was too little memory: the next event tries again.
        catch
#pragma warning restore CA1031
        {
            Volatile.Write(ref _isTiming, 0);
        }
    }

    private void ReleaseContexts()
    {
        Volatile.Write(ref _isTiming, 0);
        var isAnyLeft = false;
        foreach (var waiting in _waiting)
            isAnyLeft |= !waiting.ReleaseAfter(_longestContext);
        if (isAnyLeft)
            TimeContexts();
    }

    private void TellLost()
    {
        if (Interlocked.Exchange(ref _lost, 0) is > 0 and var lost)
            Guard.Run(() => Log.EventsLost(logger, lost, name, MostWaiting));
    }
}
