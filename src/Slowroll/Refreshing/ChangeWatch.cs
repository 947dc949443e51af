using Microsoft.Extensions.Logging;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Waits for the next poll, or less if the source reports a change before.</summary>
internal sealed class ChangeWatch(IConfigSource source, TimeProvider time, ILogger logger)
{
    private readonly ForeignCall _call = new();
    private bool _isLost;

    /// <summary>Waits; true if the source reported a change.</summary>
    /// <param name="wait">The time until the next poll.</param>
    /// <param name="etag">The ETag of the config that is held.</param>
    /// <param name="listen">Whether the source is asked for changes at all.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> WaitAsync(TimeSpan wait, string? etag, bool listen, CancellationToken cancellationToken)
    {
        var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var poll = Task.Delay(wait, time, turn.Token);
        var change = listen && source is IWatchingConfigSource watching && !_call.IsBlocked
            ? WatchAsync(watching, etag, turn.Token)
            : poll;

        var first = await Task.WhenAny(poll, change).ConfigureAwait(false);
        Detached.End(turn);
        cancellationToken.ThrowIfCancellationRequested();
        return first != poll;
    }

    // A watch that has failed never completes; the poll does.
    private async Task WatchAsync(IWatchingConfigSource watching, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            // A source that blocks its thread, or ignores its token, must not delay the poll.
            var call = _call.Start(() => WaitForChangeAsync(watching, etag, cancellationToken));
            Detached.Observe(call);
            await call.WaitAsync(cancellationToken).ConfigureAwait(false);
            _isLost = false;
        }
#pragma warning disable CA1031 // A source is foreign code: whatever it throws, polling goes on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (!_isLost)
                Log.WatchLost(logger, OneLine.Message(source.Name), exception);
            _isLost = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<bool> WaitForChangeAsync(
        IWatchingConfigSource watching, string? etag, CancellationToken cancellationToken)
    {
        return Awaited(watching.WaitForChangeAsync(etag, cancellationToken));

        static async Task<bool> Awaited(Task change)
        {
            await change.ConfigureAwait(false);
            return true;
        }
    }
}
