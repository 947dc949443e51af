using Microsoft.Extensions.Logging;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Waits for the next poll, or less if the source reports a change before.</summary>
/// <remarks>A report leads to a fetch at once. So a source that reports again and again is asked for the next change
/// only after a pause, see <see cref="ReportPause"/>.</remarks>
internal sealed class ChangeWatch(IConfigSource source, TimeProvider time, ILogger logger)
{
    // With a long time between two polls, or an infinite one, a lost watch is asked again before the next poll.
    private static readonly TimeSpan LostFor = TimeSpan.FromMinutes(1);

    private readonly ForeignCall _call = new();
    private readonly ReportPause _pause = new(time);
    private int _isLost;

    /// <summary>The ETag that the source was asked with at last.</summary>
    public string? AskedWith { get; private set; }

    /// <summary>Waits; true if the source reported a change.</summary>
    /// <param name="wait">The time until the next poll.</param>
    /// <param name="heldETag">The ETag of the config that is held when the source is asked.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> WaitAsync(TimeSpan wait, Func<string?> heldETag, CancellationToken cancellationToken)
    {
        var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var poll = Delay(wait, turn.Token);
        var change = source is IWatchingConfigSource watching ? WatchAsync(watching, heldETag, turn.Token) : poll;

        await Task.WhenAny(poll, change).ConfigureAwait(false);
        var isReported = change != poll && change.IsCompletedSuccessfully;
        if (!isReported)
            await poll.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Detached.End(turn);
        Detached.Observe(change);
        cancellationToken.ThrowIfCancellationRequested();
        return isReported;
    }

    /// <summary>Notes that a fetch brought something new.</summary>
    public void NoteNews() => _pause.NoteNews();

    /// <summary>Notes that the fetch after a report brought nothing new.</summary>
    public void NoteInVain() => _pause.NoteInVain(Chance.Next());

    // Completes when the source has reported a change, or is cancelled; a watch that fails is asked again.
    private async Task WatchAsync(
        IWatchingConfigSource watching, Func<string?> heldETag, CancellationToken cancellationToken)
    {
        for (var pause = _pause.Left; ; pause = PollSchedule.Jittered(LostFor, Chance.Next()))
        {
            if (pause > TimeSpan.Zero)
                await Delay(pause, cancellationToken).ConfigureAwait(false);

            // A source that blocks its thread blocks one, and no more with each poll.
            await _call.Returned.WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (await IsReportedAsync(watching, heldETag(), cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    // False if the watch was lost.
    private async Task<bool> IsReportedAsync(
        IWatchingConfigSource watching, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            // One that ignores its token must not delay the poll.
            AskedWith = etag;
            _pause.BeginListening();
            var call = _call.Start(() => WaitForChangeAsync(watching, etag, cancellationToken));
            Detached.Observe(call);
            await call.WaitAsync(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _isLost, 0);
            return true;
        }
#pragma warning disable CA1031 // A source is foreign code: whatever it throws, polling goes on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (Interlocked.Exchange(ref _isLost, 1) == 0)
                Log.WatchLost(logger, OneLine.Message(source.Name), exception);
            return false;
        }
    }

    private Task Delay(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return Task.Delay(wait, time, cancellationToken);
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; polling must not end.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Task.Delay(wait, cancellationToken);
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
