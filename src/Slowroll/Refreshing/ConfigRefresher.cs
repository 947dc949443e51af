using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Documents;
using Slowroll.Telemetry;

namespace Slowroll.Refreshing;

/// <summary>Keeps a config up to date: fetches, reads, commits, and does it again.</summary>
/// <remarks>One fetch at a time; who asks meanwhile joins it. Only the fetch under way writes <see cref="State"/>.</remarks>
internal sealed class ConfigRefresher : IAsyncDisposable
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(1);

    private readonly IConfigSource _source;
    private readonly CacheKeeper _cache;
    private readonly SlowrollOptions _options;
    private readonly ILogger _logger;
    private readonly Action<HeldConfig> _publish;
    private readonly Func<ConfigSnapshot, ConfigSnapshot, Task> _tell;
    private readonly FetchTelemetry _telemetry;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly object _gate = new();
    private Task<Flight>? _underWay;
    private Task _polling = Task.CompletedTask;
    private volatile RefreshState _state = new(Held: null);

    /// <param name="source">What is fetched from.</param>
    /// <param name="cache">Where good configs are kept; null for nowhere.</param>
    /// <param name="options">Clock, interval, time-outs.</param>
    /// <param name="logger">Where to tell.</param>
    /// <param name="publish">Puts a config in force, or is told that the one in force was confirmed.</param>
    /// <param name="tell">Begins to tell handlers of the config before and the new one. They run beside the polling: a handler
    /// may never return, refresh again, or dispose the config and wait for that.</param>
    public ConfigRefresher(
        IConfigSource source,
        DiskCache? cache,
        SlowrollOptions options,
        ILogger logger,
        Action<HeldConfig> publish,
        Func<ConfigSnapshot, ConfigSnapshot, Task> tell)
    {
        (_source, _options, _logger, _publish, _tell) = (source, options, logger, publish, tell);
        _cache = new CacheKeeper(cache, options, logger);
        _telemetry = new FetchTelemetry(source.Name, () => Age);
    }

    public RefreshState State => _state;

    public string SourceName => _source.Name;

    /// <summary>How long ago the source confirmed the config that is held.</summary>
    /// <remarks>Never negative: the clock may have gone back since.</remarks>
    public TimeSpan? Age => Now - _state.Held?.ConfirmedAt is { } age ? age < TimeSpan.Zero ? TimeSpan.Zero : age : null;

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Takes what an earlier process left on disk, if it is whole, ours and a config.</summary>
    public HeldConfig? LoadCache()
    {
        var held = _cache.Load();
        _state = new RefreshState(held);
        return held;
    }

    /// <summary>Refreshes once, then again and again until disposed. The task is the first refresh.</summary>
    public Task Start()
    {
        // Else the polling would carry its caller's logging scope, trace and whatever else is async-local to the end.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        var first = JoinFlight();
        _polling = PollAsync(first);
        return first;
    }

    /// <summary>Refreshes, or joins the refresh that is under way. Never throws for what a source or a disk does.</summary>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public async Task<RefreshOutcome> RefreshAsync()
    {
        var flight = await JoinFlight().ConfigureAwait(false);
        await flight.Told.ConfigureAwait(false);
        return flight.Outcome;
    }

    /// <summary>Ends polling and the fetch under way, and waits until neither runs.</summary>
    public async ValueTask DisposeAsync()
    {
        // Neither under the gate nor awaited: what a source has hung on its token is foreign code and may throw.
        BoundedFetch.Observe(_lifetime.CancelAsync());
        Task underWay;
        lock (_gate)
            underWay = _underWay ?? Task.CompletedTask;

        await Task.WhenAll(_polling, underWay).ConfigureAwait(false);
        _telemetry.Dispose();
    }

    private Task<Flight> JoinFlight()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, typeof(SlowrollConfig));

            // On the thread pool, whatever synchronization context the caller has.
            return _underWay ??= Task.Run(FlyAsync);
        }
    }

    private async Task PollAsync(Task<Flight> first)
    {
        var watch = new ChangeWatch(_source, _options.TimeProvider, _logger);
        var flight = await first.ConfigureAwait(false);
        var wasTold = false;
        try
        {
            while (true)
            {
                var state = _state;
#pragma warning disable CA5394 // Spreads a fleet, protects nothing.
                var chance = Random.Shared.NextDouble();
#pragma warning restore CA5394
                var wait = PollSchedule.Next(_options.PollInterval, state.Failures, state.RetryAfter, chance);

                // A watch that tells of changes that are none is not listened to until the next poll.
                var listen = !(wasTold && flight.Outcome == RefreshOutcome.Unchanged);
                wasTold = await watch.WaitAsync(wait, state.Held?.ETag, listen, _lifetime.Token).ConfigureAwait(false);
                flight = await JoinFlight().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The config was disposed.
        }
    }

    private async Task<Flight> FlyAsync()
    {
        var before = _state.Held?.Snapshot ?? ConfigSnapshot.Empty;
        var activity = _telemetry.Start();
        var result = await BoundedFetch
            .RunAsync(_source, _state.Held?.ETag, _options.FetchTimeout, _options.TimeProvider, _lifetime.Token)
            .ConfigureAwait(false);
        var outcome = TryCommit(result);
        _telemetry.Stop(activity, outcome, _state.LastError);
        var after = _state.Held?.Snapshot;
        lock (_gate)
            _underWay = null;

        return new Flight(outcome, outcome == RefreshOutcome.Updated ? _tell(before, after!) : Task.CompletedTask);
    }

    private void NoteSkew(FetchResult result)
    {
        if (result.SourceTime is not { } theirs)
            return;

        var skew = theirs - Now;
        if (skew.Duration() > TolerableSkew && !(_state.ClockSkew?.Duration() > TolerableSkew))
            Log.ClockSkewed(_logger, SourceName, skew);
        _state = _state with { ClockSkew = skew };
    }

    private RefreshOutcome TryCommit(FetchResult result)
    {
        try
        {
            NoteSkew(result);
            return Commit(result);
        }
#pragma warning disable CA1031 // Whatever is wrong, with a clock or with ourselves: polling must not end for good.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(RefreshOutcome.Failed, $"The answer couldn't be taken over, {e.GetType().Name}: {e.Message}", result);
        }
    }

    private RefreshOutcome Commit(FetchResult result) => result switch
    {
        { Kind: FetchKind.Fresh } => CommitFresh(result),
        { Kind: FetchKind.NotModified } when _state.Held is { } held => Confirm(held, held.ETag),
        { Kind: FetchKind.NotModified } => Fail(
            RefreshOutcome.Failed, "The source said 'not modified', though nothing was held that could be modified.", result),
        _ => Fail(RefreshOutcome.Failed, result.Error!, result),
    };

    private RefreshOutcome CommitFresh(FetchResult result)
    {
        if (result.Utf8Json.Length > _options.MaxConfigBytes)
        {
            return Fail(
                RefreshOutcome.Rejected,
                $"The config has {result.Utf8Json.Length} bytes: "
                + $"at most {_options.MaxConfigBytes} (SlowrollOptions.MaxConfigBytes) are read.",
                result);
        }

        var text = ConfigText.WithoutByteOrderMark(result.Utf8Json).Span;
        if (_state.Held is { } held && held.Snapshot.Utf8Json.Span.SequenceEqual(text))
            return Confirm(held, result.ETag);

        try
        {
            var snapshot = ConfigReader.Read(result.Utf8Json, _options.Hasher);
            Succeed(new HeldConfig(snapshot, result.ETag, ConfigOrigin.Source, Now));
        }
        catch (ConfigFormatException e)
        {
            return Fail(RefreshOutcome.Rejected, e.Message, result);
        }

        Log.Updated(_logger, SourceName, result.ETag ?? "none");
        return RefreshOutcome.Updated;
    }

    private RefreshOutcome Confirm(HeldConfig held, string? etag)
    {
        Succeed(held with { ETag = etag, Origin = ConfigOrigin.Source, ConfirmedAt = Now });
        return RefreshOutcome.Unchanged;
    }

    private void Succeed(HeldConfig held)
    {
        if (_state.Failures > 0)
            Log.Recovered(_logger, SourceName, _state.Failures);

        // Before the state tells of it, and within the flight: a config may not be overtaken by a later one.
        _publish(held);
        _state = new RefreshState(held, ClockSkew: _state.ClockSkew);
        _cache.Keep(held);
    }

    private RefreshOutcome Fail(RefreshOutcome outcome, string error, FetchResult result)
    {
        if (!_lifetime.IsCancellationRequested && error != _state.LastError)
        {
            var consequence = _state.Held is null ? "there is none yet, and flags answer their defaults" : "the last good one stays";
            Log.RefreshFailed(_logger, SourceName, consequence, error);
            if (result.Exception is { } cause)
                Log.RefreshFailureCause(_logger, SourceName, cause);
        }

        _state = _state with { Failures = _state.Failures + 1, LastError = error, RetryAfter = result.RetryAfter };
        return outcome;
    }

    /// <summary>How a fetch ended, and the handlers that are being told of it.</summary>
    private readonly record struct Flight(RefreshOutcome Outcome, Task Told);
}
