using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Threading;

namespace Slowroll.Refreshing;

/// <summary>Keeps a config up to date: fetches, has the result put in force, calls the handlers, waits, and does it
/// again.</summary>
/// <remarks>There is one fetch at a time; a caller that asks meanwhile joins it.</remarks>
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

    // Ticks in UTC; 0 for none.
    private long _nextPoll;

    /// <param name="source">What is fetched from.</param>
    /// <param name="lastGood">What puts the results in force.</param>
    /// <param name="cache">What stores them on disk.</param>
    /// <param name="watch">Waits for the next fetch.</param>
    /// <param name="options">Clock, interval, time-outs.</param>
    /// <param name="tell">Begins to call the handlers, with the config before and the new one. They don't run in the
    /// polling: a handler may never return, refresh again, or dispose the config and wait for that. The task ends soon
    /// all the same.</param>
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

    /// <summary>When it fetches next; null while it does, and when it does so only on demand.</summary>
    public DateTimeOffset? NextPollAt =>
        Volatile.Read(ref _nextPoll) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Refreshes once, then again and again until disposed. The task is the first refresh.</summary>
    public Task Start()
    {
        // Otherwise the polling would keep the async-locals of its caller, such as a logging scope or a trace, as long
        // as it runs.
        using AsyncFlowControl? flow = Detached.Suppress();
        var first = JoinFlight();
        _polling = PollAsync(first);
        return first;
    }

    /// <summary>Refreshes, or joins the refresh that is under way, and waits a moment until the config is stored. Never
    /// throws because of what a source or a disk does.</summary>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public async Task<RefreshOutcome> RefreshAsync()
    {
        var flight = await JoinFlight().ConfigureAwait(false);
        await flight.Told.ConfigureAwait(false);
        await _cache.WaitAsync().ConfigureAwait(false);
        return flight.Outcome;
    }

    /// <summary>Ends polling and the fetch under way, and waits until neither runs. Then it waits a moment until the
    /// config is stored.</summary>
    public async ValueTask DisposeAsync()
    {
        // Neither under the gate nor awaited: callbacks that a source has registered on its token are foreign code and
        // may throw.
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

            // Made here, so that a start from the cache doesn't need it: that is over before the first fetch.
            _telemetry ??= new FetchTelemetry(_sourceName, () => _lastGood.Age);

            // On the thread pool, and never in the synchronization context of the caller.
            return _underWay ??= Detached.Run(FlyAsync);
        }
    }

    private async Task PollAsync(Task<Flight> first)
    {
        await first.ConfigureAwait(false);
        var heldETag = () => _lastGood.State.Held?.ETag;
        var wait = PollSchedule.Spread(_options.PollInterval, _lastGood.State, Chance.Next());
        try
        {
            while (true)
            {
                Volatile.Write(ref _nextPoll, InstantAfter(wait));
                var isReported = await _watch.WaitAsync(wait, heldETag, _lifetime.Token).ConfigureAwait(false);
                Volatile.Write(ref _nextPoll, 0);
                if (isReported)
                    await FetchReportedAsync().ConfigureAwait(false);
                else if ((await JoinFlight().ConfigureAwait(false)).Outcome == RefreshOutcome.Updated)
                    _watch.NoteNews();

                // A source tells its whole fleet of a change at one moment.
                wait = isReported
                    ? PollSchedule.Spread(_options.PollInterval, _lastGood.State, Chance.Next())
                    : PollSchedule.Next(_options.PollInterval, _lastGood.State, Chance.Next());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The config was disposed.
            Volatile.Write(ref _nextPoll, 0);
        }
    }

    private async Task FetchReportedAsync()
    {
        // A fetch that began before the report may have missed what was reported.
        Task<Flight>? before;
        lock (_gate)
            before = _underWay;
        if (before is not null)
            await before.ConfigureAwait(false);

        // A refresh on demand may have brought it meanwhile.
        var isThere = _lastGood.State.Held?.ETag != _watch.AskedWith;
        var flight = await JoinFlight().ConfigureAwait(false);
        if (isThere || flight.Outcome == RefreshOutcome.Updated)
            _watch.NoteNews();
        else
            _watch.NoteInVain();
    }

    private long InstantAfter(TimeSpan wait)
    {
        try
        {
            var now = _options.TimeProvider.GetUtcNow().UtcTicks;
            return wait >= TimeSpan.Zero && wait.Ticks <= DateTime.MaxValue.Ticks - now ? now + wait.Ticks : 0;
        }
#pragma warning disable CA1031 // A clock of the program's own may throw; polling must not end.
        catch (Exception)
#pragma warning restore CA1031
        {
            return 0;
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

    /// <summary>How a fetch ended, and the task of the handlers that are called.</summary>
    private readonly record struct Flight(RefreshOutcome Outcome, Task Told);
}
