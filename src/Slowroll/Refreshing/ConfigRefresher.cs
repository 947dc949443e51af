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
    private readonly DiskCache? _cache;
    private readonly SlowrollOptions _options;
    private readonly ILogger _logger;
    private readonly Action<ConfigSnapshot, HeldConfig> _onConfirmed;
    private readonly FetchTelemetry _telemetry;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly object _gate = new();
    private Task<RefreshOutcome>? _underWay;
    private Task _polling = Task.CompletedTask;
    private volatile RefreshState _state = new(Held: null);

    /// <param name="source">What is fetched from.</param>
    /// <param name="cache">Where good configs are kept; null for nowhere.</param>
    /// <param name="options">Clock, interval, time-outs.</param>
    /// <param name="logger">Where to tell.</param>
    /// <param name="onConfirmed">Is called after each good refresh with the config of before and the one that is held now,
    /// outside of any fetch, so that it may refresh again.</param>
    public ConfigRefresher(
        IConfigSource source,
        DiskCache? cache,
        SlowrollOptions options,
        ILogger logger,
        Action<ConfigSnapshot, HeldConfig> onConfirmed)
    {
        (_source, _cache, _options, _logger, _onConfirmed) = (source, cache, options, logger, onConfirmed);
        _telemetry = new FetchTelemetry(source.Name, () => Age);
    }

    public RefreshState State => _state;

    public string SourceName => _source.Name;

    /// <summary>How long ago the source confirmed the config that is held.</summary>
    public TimeSpan? Age => Now - _state.Held?.ConfirmedAt;

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Takes what an earlier process left on disk, if it is whole, ours and a config.</summary>
    public HeldConfig? LoadCache()
    {
        string? whyNot = null;
        if (_cache?.Read(out whyNot) is not { } cached)
        {
            if (whyNot is not null)
                Log.CacheNotUsed(_logger, whyNot);
            return null;
        }

        try
        {
            var snapshot = ConfigReader.Read(cached.Utf8Json, _options.Hasher);
            var held = new HeldConfig(snapshot, cached.ETag, ConfigOrigin.Cache, cached.FetchedAt);
            _state = new RefreshState(held);
            return held;
        }
        catch (ConfigFormatException e)
        {
            Log.CacheNotUsed(_logger, $"The cached config {_cache.Path} isn't used. {e.Message}");
            return null;
        }
    }

    /// <summary>Refreshes once, then again and again until disposed. The task is the first refresh.</summary>
    public Task<RefreshOutcome> Start()
    {
        var first = RefreshAsync();
        _polling = PollAsync(first);
        return first;
    }

    /// <summary>Refreshes, or joins the refresh that is under way. Never throws for what a source or a disk does.</summary>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public Task<RefreshOutcome> RefreshAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, typeof(SlowrollConfig));

            // On the thread pool, whatever synchronization context the caller has.
            return _underWay ??= Task.Run(RefreshOnceAsync);
        }
    }

    /// <summary>Ends polling and the fetch under way, and waits until neither runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Task underWay;
        lock (_gate)
        {
            _lifetime.Cancel();
            underWay = _underWay ?? Task.CompletedTask;
        }

        await Task.WhenAll(_polling, underWay).ConfigureAwait(false);
        _telemetry.Dispose();
    }

    private async Task PollAsync(Task<RefreshOutcome> first)
    {
        var watch = new ChangeWatch(_source, _options.TimeProvider, _logger);
        var outcome = await first.ConfigureAwait(false);
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
                var listen = !(wasTold && outcome == RefreshOutcome.Unchanged);
                wasTold = await watch.WaitAsync(wait, state.Held?.ETag, listen, _lifetime.Token).ConfigureAwait(false);
                outcome = await RefreshAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The config was disposed.
        }
    }

    private async Task<RefreshOutcome> RefreshOnceAsync()
    {
        var before = _state.Held?.Snapshot ?? ConfigSnapshot.Empty;
        using var activity = _telemetry.Start();
        var result = await FetchAsync().ConfigureAwait(false);
        NoteSkew(result);
        var outcome = Commit(result);
        _telemetry.Stop(activity, outcome, _state.LastError);
        lock (_gate)
            _underWay = null;

        if (outcome is RefreshOutcome.Updated or RefreshOutcome.Unchanged)
            _onConfirmed(before, _state.Held!);
        return outcome;
    }

    private async Task<FetchResult> FetchAsync()
    {
        using var deadline = new CancellationTokenSource(_options.FetchTimeout, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _lifetime.Token);
        try
        {
            // A source that forgets its token is not waited for.
            return await _source.FetchAsync(_state.Held?.ETag, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false)
                ?? FetchResult.Failed("The source gave null instead of a result.");
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
            return FetchResult.Failed("The config was disposed.");
        }
        catch (OperationCanceledException e)
        {
            return FetchResult.Failed($"No whole answer came within {_options.FetchTimeout}.", e);
        }
#pragma warning disable CA1031 // A source is foreign code: whatever it throws, the last good config stays.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return FetchResult.Failed($"The source threw {e.GetType().Name}: {e.Message}", e);
        }
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
        if (_state.Held is { } held && held.Snapshot.Utf8Json.Span.SequenceEqual(result.Utf8Json.Span))
        {
            if (held.ETag != result.ETag)
                Store(result);
            return Confirm(held, result.ETag);
        }

        try
        {
            var snapshot = ConfigReader.Read(result.Utf8Json, _options.Hasher);
            Succeed(new HeldConfig(snapshot, result.ETag, ConfigOrigin.Source, Now));
        }
        catch (ConfigFormatException e)
        {
            return Fail(RefreshOutcome.Rejected, e.Message, result);
        }

        Store(result);
        Log.Updated(_logger, SourceName, result.ETag);
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
        _state = new RefreshState(held, ClockSkew: _state.ClockSkew);
    }

    private RefreshOutcome Fail(RefreshOutcome outcome, string error, FetchResult result)
    {
        if (!_lifetime.IsCancellationRequested && error != _state.LastError)
            Log.RefreshFailed(_logger, SourceName, error, result.Exception);
        _state = _state with { Failures = _state.Failures + 1, LastError = error, RetryAfter = result.RetryAfter };
        return outcome;
    }

    private void Store(FetchResult result)
    {
        if (_cache?.Write(result.Utf8Json, result.ETag, Now) is { } error)
            Log.CacheNotWritten(_logger, error);
    }
}
