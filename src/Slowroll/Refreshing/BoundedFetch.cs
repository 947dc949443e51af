using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Fetches that always end in a result: a source is foreign code, and may throw, hang or block its
/// thread.</summary>
/// <remarks>A source can block only one thread: while a fetch that was given up still blocks it, no other one is
/// started.</remarks>
/// <param name="source">What is fetched from.</param>
/// <param name="timeout">How long a fetch may take, from the request to the last byte.</param>
/// <param name="time">The clock of the time-out. The system's clock ends it too: a test that stops its clock must not
/// wait for a silent server.</param>
internal sealed class BoundedFetch(IConfigSource source, TimeSpan timeout, TimeProvider time)
{
    private const int LongestMessage = 300;

    private readonly ForeignCall _call = new();

    /// <summary>Fetches once. Must not be called again before it has ended.</summary>
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
            // The wait ends even if the source ignores its token or blocks its thread.
            return await WithinTimeoutAsync(fetch, lifetime).ConfigureAwait(false)
                ?? FetchResult.Failed("The source gave null instead of a result.");
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return FetchResult.Failed("The config was disposed.");
        }
        catch (TimeoutException exception) when (!fetch.IsFaulted)
        {
            return FetchResult.Failed(
                $"No whole answer came within {timeout}: check how fast the link and the server are, or raise "
                + "SlowrollOptions.FetchTimeout.",
                exception);
        }
#pragma warning disable CA1031 // Whatever a source throws, the last good config stays.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FetchResult.Failed(
                $"{source.GetType().Name}.FetchAsync threw {exception.GetType().Name}: {WordsOf(exception)}. "
                + "Catch it there, and return FetchResult.Failed with what to do about it.",
                exception);
        }
        finally
        {
            // Unregister waits for nothing, even if the config is disposed at this moment.
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

    // The message may have secrets in it: the platform quotes the URL of a proxy with its password, and a part may come
    // from a server.
    private static string WordsOf(Exception exception) =>
        OneLine.Of(UrlText.WithoutSecrets(exception.Message.TrimEnd('.')), LongestMessage);
}
