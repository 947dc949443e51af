namespace Slowroll.Threading;

/// <summary>Has the calling thread wait for work that ends soon, where a thread may wait.</summary>
internal static class BriefWait
{
    /// <summary>Waits until the work is done. The only thread of a browser's page may not wait, so it doesn't: the work
    /// goes on without it.</summary>
    public static void For(Task work) => For(work, mayWait: !OperatingSystem.IsBrowser());

    internal static void For(Task work, bool mayWait)
    {
        if (mayWait || work.IsCompleted)
            work.GetAwaiter().GetResult();
        else
            Detached.Observe(work);
    }
}
