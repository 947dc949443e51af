namespace Slowroll.Redis.Watching;

/// <summary>Wakes whoever waits. Many calls before somebody looks count as one.</summary>
internal sealed class Wakeup
{
    private TaskCompletionSource _next = Fresh();

    /// <summary>Completes with the next call of <see cref="Call"/>. Take it before you look: then nothing is
    /// missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Call() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
