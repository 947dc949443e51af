using System.Collections.Concurrent;

namespace Slowroll.Telemetry;

/// <summary>Reports events in the order in which they came, one after the other, on a thread of the pool: a listener is
/// foreign code, which may block, and must not delay the thread on which the event happened.</summary>
/// <param name="most">How many events wait at most; further ones are lost.</param>
internal sealed class EventQueue(int most)
{
    // Each context keeps what belongs to the caller, such as a request, in memory.
    private const int MostContexts = 1_000;

    private readonly ConcurrentQueue<(Action Tell, ExecutionContext? Context)> _waiting = new();
    private int _count;
    private int _isTelling;

    /// <summary>Adds an event. It is reported in the context of the caller: a log record belongs to the trace and to
    /// the scopes in which the event happened.</summary>
    /// <returns>False if too many wait already.</returns>
    public bool Add(Action tell)
    {
        var count = Interlocked.Increment(ref _count);
        if (count > most)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }

        Enqueue(tell, count <= MostContexts ? ExecutionContext.Capture() : null);
        return true;
    }

    /// <summary>Completes when all events so far were reported, at the latest after some time.</summary>
    public Task WaitAsync(TimeSpan patience)
    {
        if (Volatile.Read(ref _count) == 0)
            return Task.CompletedTask;

        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _count);
        Enqueue(reached.SetResult, context: null);
        return Task.WhenAny(reached.Task, Task.Delay(patience));
    }

    private void Enqueue(Action tell, ExecutionContext? context)
    {
        _waiting.Enqueue((tell, context));
        if (Interlocked.Exchange(ref _isTelling, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.TellAll(), this, preferLocal: false);
    }

    private void TellAll()
    {
        do
        {
            while (_waiting.TryDequeue(out var next))
            {
                Tell(next.Tell, next.Context);
                Interlocked.Decrement(ref _count);
            }

            Volatile.Write(ref _isTelling, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isTelling, 1) == 0);
    }

    private static void Tell(Action tell, ExecutionContext? context)
    {
        try
        {
            if (context is null)
                tell();
            else
                ExecutionContext.Run(context, static tell => ((Action)tell!)(), tell);
        }
#pragma warning disable CA1031 // Foreign code: an exception on a thread of the pool would end the process.
        catch
#pragma warning restore CA1031
        {
        }
    }
}
