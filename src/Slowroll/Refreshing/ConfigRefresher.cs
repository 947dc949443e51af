using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Keeps a config up to date: fetches, has the result taken over, tells of it, and does it again.</summary>
/// <remarks>One fetch at a time; who asks meanwhile joins it.</remarks>
internal sealed class ConfigRefresher : IAsyncDisposable
{
    private readonly BoundedFetch _fetch;
    private readonly LastGoodConfig _lastGood;
    private readonly SlowrollOptions _options;
    private readonly CacheKeeper _cache;
    private readonly ChangeWatch _watch;
    private readonly Func<ConfigSnapshot, ConfigSnapshot, Task> _tell;
    private readonly string _sourceName;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly object _gate = new();
    private FetchTelemetry? _telemetry;
    private Task<Flight>? _underWay;
    private Task _polling = Task.CompletedTask;

    /// <param name="source">What is fetched from.</param>
    /// <param name="lastGood">What takes the results over.</param>
    /// <param name="cache">What keeps them on disk, beside.</param>
    /// <param name="watch">Waits for the next fetch.</param>
    /// <param name="options">Clock, interval, time-outs.</param>
    /// <param name="tell">Begins to tell handlers of the config before and the new one. They run beside the polling: a handler
    /// may never return, refresh again, or dispose the config and wait for that. The task ends soon all the same.</param>
    public ConfigRefresher(
        IConfigSource source,
        LastGoodConfig lastGood,
        CacheKeeper cache,
        ChangeWatch watch,
        SlowrollOptions options,
        Func<ConfigSnapshot, ConfigSnapshot, Task> tell)
    {
        (_lastGood, _cache, _watch, _options, _tell) = (lastGood, cache, watch, options, tell);
        _fetch = new BoundedFetch(source, options.FetchTimeout, options.TimeProvider);
        _sourceName = source.Name;
    }

    /// <summary>Refreshes once, then again and again until disposed. The task is the first refresh.</summary>
    public Task Start()
    {
        // Else the polling would carry its caller's logging scope, trace and whatever else is async-local to the end.
        using AsyncFlowControl? flow = Detached.Suppress();
        var first = JoinFlight();
        _polling = PollAsync(first);
        return first;
    }

    /// <summary>Refreshes, or joins the refresh that is under way, and gives the disk a moment to keep the config. Never throws for what a source or a disk does.</summary>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public async Task<RefreshOutcome> RefreshAsync()
    {
        var flight = await JoinFlight().ConfigureAwait(false);
        await flight.Told.ConfigureAwait(false);
        await _cache.WaitAsync().ConfigureAwait(false);
        return flight.Outcome;
    }

    /// <summary>Ends polling and the fetch under way, and waits until neither runs; and a moment until the disk has the config.</summary>
    public async ValueTask DisposeAsync()
    {
        // Neither under the gate nor awaited: what a source has hung on its token is foreign code and may throw.
        Detached.Observe(Detached.Cancel(_lifetime));
        Task underWay;
        lock (_gate)
            underWay = _underWay ?? Task.CompletedTask;

        await Task.WhenAll(_polling, underWay).ConfigureAwait(false);
        await _cache.WaitAsync().ConfigureAwait(false);
        _telemetry?.Dispose();
    }

    private Task<Flight> JoinFlight()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, typeof(SlowrollConfig));

            // Not for a start from the cache, which is over before the first fetch.
            _telemetry ??= new FetchTelemetry(_sourceName, () => _lastGood.Age);

            // On the thread pool, whatever synchronization context the caller has.
            return _underWay ??= Detached.Run(FlyAsync);
        }
    }

    private async Task PollAsync(Task<Flight> first)
    {
        var flight = await first.ConfigureAwait(false);
        var wait = PollSchedule.First(_options.PollInterval, _lastGood.State, Chance());
        var wasTold = false;
        try
        {
            while (true)
            {
                // A watch that tells of changes that are none is not listened to until the next poll.
                var listen = !(wasTold && flight.Outcome == RefreshOutcome.Unchanged);
                wasTold = await _watch.WaitAsync(wait, _lastGood.State.Held?.ETag, listen, _lifetime.Token).ConfigureAwait(false);
                flight = await JoinFlight().ConfigureAwait(false);
                wait = PollSchedule.Next(_options.PollInterval, _lastGood.State, Chance());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The config was disposed.
        }
    }

    private async Task<Flight> FlyAsync()
    {
        var before = _lastGood.State.Held;
        var activity = _telemetry!.Start();
        var result = await _fetch.RunAsync(before?.ETag, _lifetime.Token).ConfigureAwait(false);
        var outcome = _lifetime.IsCancellationRequested ? RefreshOutcome.Failed : _lastGood.Take(result);
        var after = _lastGood.State;
        _telemetry!.Stop(activity, outcome, after.LastError);
        lock (_gate)
            _underWay = null;

        return new Flight(
            outcome,
            outcome == RefreshOutcome.Updated
                ? _tell(before?.Snapshot ?? ConfigSnapshot.Empty, after.Held!.Snapshot)
                : Task.CompletedTask);
    }

#pragma warning disable CA5394 // Spreads a fleet, protects nothing.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394

    /// <summary>How a fetch ended, and the handlers that are being told of it.</summary>
    private readonly record struct Flight(RefreshOutcome Outcome, Task Told);
}
