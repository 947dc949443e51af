namespace Slowroll.Refreshing;

/// <summary>One fetch that always ends in a result: a source is foreign code, and may throw, hang or block its thread.</summary>
internal static class BoundedFetch
{
    /// <param name="source">What is fetched from.</param>
    /// <param name="etag">The ETag of the config that is held.</param>
    /// <param name="timeout">How long the fetch may take, from the request to the last byte.</param>
    /// <param name="time">The clock of the time-out. The real one counts as well: a server doesn't answer sooner because a test
    /// has stopped the clock.</param>
    /// <param name="lifetime">Is cancelled when the config is disposed.</param>
    public static async Task<FetchResult> RunAsync(
        IConfigSource source, string? etag, TimeSpan timeout, TimeProvider time, CancellationToken lifetime)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var realDeadline = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, realDeadline.Token, lifetime);
        var token = either.Token;
        try
        {
            // A source that forgets its token, or blocks its thread, is not waited for.
            var fetch = Task.Run(() => source.FetchAsync(etag, token).AsTask(), token);
            Observe(fetch);
            return await fetch.WaitAsync(token).ConfigureAwait(false)
                ?? FetchResult.Failed("The source gave null instead of a result.");
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return FetchResult.Failed("The config was disposed.");
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested || realDeadline.IsCancellationRequested)
        {
            return FetchResult.Failed($"No whole answer came within {timeout}.", e);
        }
#pragma warning disable CA1031 // Whatever a source throws, the last good config stays.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return FetchResult.Failed(
                $"{source.GetType().Name}.FetchAsync threw {e.GetType().Name}: {e.Message.TrimEnd('.')}. "
                + "Catch it there, and return FetchResult.Failed with what to do about it.",
                e);
        }
    }

    /// <summary>What nobody waits for may still fail: that is not the process's business.</summary>
    public static void Observe(Task task) => _ = task.ContinueWith(
        static failed => failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
