using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Fetches that always end in a result: a source is foreign code, and may throw, hang or block its thread.</summary>
/// <remarks>A source that blocks a thread blocks one: while a fetch that was given up still has it, no other is started.</remarks>
/// <param name="source">What is fetched from.</param>
/// <param name="timeout">How long a fetch may take, from the request to the last byte.</param>
/// <param name="time">The clock of the time-out. The real one counts as well: a server doesn't answer sooner because a test has
/// stopped the clock.</param>
internal sealed class BoundedFetch(IConfigSource source, TimeSpan timeout, TimeProvider time)
{
    private const int LongestMessage = 300;

    private readonly ForeignCall _call = new();

    /// <summary>Fetches once. Not to be called again before it has ended.</summary>
    /// <param name="etag">The ETag of the config that is held.</param>
    /// <param name="lifetime">Is cancelled when the config is disposed.</param>
    public async Task<FetchResult> RunAsync(string? etag, CancellationToken lifetime)
    {
        if (_call.IsBlocked)
        {
            return FetchResult.Failed(
                "The fetch before was given up and still blocks its thread, so that no other one is started. "
                + "Does the source wait for a pipe, or for a network drive that does not answer?");
        }

        var cancellation = new CancellationTokenSource();
        var token = cancellation.Token;
        var end = lifetime.UnsafeRegister(static fetch => ((CancellationTokenSource)fetch!).Cancel(), cancellation);
        var fetch = _call.Start(() => source.FetchAsync(etag, token).AsTask());
        try
        {
            // A source that ignores its token, or blocks its thread, is not waited for.
            return await WithinTimeoutAsync(fetch, lifetime).ConfigureAwait(false)
                ?? FetchResult.Failed("The source gave null instead of a result.");
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return FetchResult.Failed("The config was disposed.");
        }
        catch (TimeoutException e) when (!fetch.IsFaulted)
        {
            return FetchResult.Failed($"No whole answer came within {timeout}.", e);
        }
#pragma warning disable CA1031 // Whatever a source throws, the last good config stays.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return FetchResult.Failed(
                $"{source.GetType().Name}.FetchAsync threw {e.GetType().Name}: {WordsOf(e)}. "
                + "Catch it there, and return FetchResult.Failed with what to do about it.",
                e);
        }
        finally
        {
            // Waits for nothing, even where the config is disposed at this moment.
            end.Unregister();
            if (!fetch.IsCompletedSuccessfully)
            {
                Detached.Observe(fetch);
                Detached.End(cancellation);
            }
        }
    }

    private Task<FetchResult> WithinTimeoutAsync(Task<FetchResult> fetch, CancellationToken lifetime)
    {
        var byItsClock = fetch.WaitAsync(timeout, time, lifetime);
        if (ReferenceEquals(time, TimeProvider.System))
            return byItsClock;

        Detached.Observe(byItsClock);
        return byItsClock.WaitAsync(timeout, CancellationToken.None);
    }

    // Foreign words: the platform quotes a proxy's URL with its password, and a server may have written others.
    private static string WordsOf(Exception exception) =>
        OneLine.Of(UrlText.WithoutSecrets(exception.Message.TrimEnd('.')), LongestMessage);
}
