using Slowroll.Disk;
using Slowroll.Locking;
using Slowroll.Refreshing;
using Slowroll.Telemetry;
using Slowroll.Threading;

namespace Slowroll.Live;

/// <content>How it starts and ends.</content>
internal sealed partial class LiveConfig
{
    /// <summary>How long after opening with a cached config the first fetch begins.</summary>
    /// <remarks>Longer than a program needs for its first answer: the first fetch must not delay that.</remarks>
    internal static readonly TimeSpan UntilFirstFetch = TimeSpan.FromMilliseconds(100);

    // What is in the queue of events is logged before the program ends, unless the logger blocks.
    private static readonly TimeSpan EventPatience = TimeSpan.FromSeconds(1);

    private Timer? _firstFetch;

    /// <summary>Puts the cached config in force or waits for the first answer, and keeps the config up to date from
    /// then on.</summary>
    /// <remarks>With a cached config it mostly completes at once, on the caller's thread, and the first fetch begins
    /// later.</remarks>
    /// <exception cref="InvalidOperationException">It was started already.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            return Task.FromException(NotStartable());
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);

        try
        {
            var (reading, look) = BeginReading();
            return reading is { IsCompletedSuccessfully: false } || look is { IsCompletedSuccessfully: false }
                ? StartLateAsync(reading, look, cancellationToken)
                : Start(reading?.Result, look, cancellationToken);
        }
#pragma warning disable CA1031 // The caller gets every exception by the task.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException(exception);
        }
    }

    /// <summary>The exception for a program that starts a config twice, or a fixed one.</summary>
    public static InvalidOperationException NotStartable() =>
        new("Only a config that was created can be started, and only once.");

    /// <summary>Ends refreshing, waits until no fetch runs any more, and waits a moment for the disk.</summary>
    public async ValueTask DisposeAsync()
    {
        _firstFetch?.Dispose();
        _log.Dispose();
        _observers.Dispose();
        await _lifetime.CancelAsync().ConfigureAwait(false);
        await _refresher.DisposeAsync().ConfigureAwait(false);
        await _observers.WaitAsync(EventPatience).ConfigureAwait(false);
        _ownedSource?.Dispose();
    }

    /// <summary>Ends refreshing without waiting for a fetch that is under way; waits a moment for the disk, and in a
    /// browser for nothing.</summary>
    public void Dispose()
    {
        _firstFetch?.Dispose();
        _log.Dispose();
        _observers.Dispose();
        _lifetime.Cancel();
        Detached.Observe(Detached.Start(() => _refresher.DisposeAsync().AsTask()));
        _cache.Wait();
        BriefWait.For(_observers.WaitAsync(EventPatience));
        _ownedSource?.Dispose();
    }

    private async Task StartLateAsync(
        Task<CacheReading>? reading, Task<LocksLook>? look, CancellationToken cancellationToken)
    {
        var answer = reading is null ? null : _cache.WaitForAsync(reading, cancellationToken);
        if (look is not null)
            await _locks.WaitForFirstAsync(look, cancellationToken).ConfigureAwait(false);
        var read = answer is null ? null : await answer.ConfigureAwait(false);
        await Start(read, look, cancellationToken).ConfigureAwait(false);
    }

    private Task Start(CacheReading? read, Task<LocksLook>? look, CancellationToken cancellationToken)
    {
        if (look is not null && _locks.TakeFirst(look))
            Flags.Follow(_locks.Current);
        LocksLog.TellInForce(_locks.Current, _logger);
        var cached = read is null ? null : _cache.Accept(read);
        if (cached is not null)
        {
            _lastGood.Start(cached);
            Log.StartedFromCache(_logger, _sourceName, cached.ConfirmedAt);
        }

        if (cached is null || !IsFreshEnough(cached))
            return WaitForFirstAsync(Follow(), cached, cancellationToken);

        // The timer lives longer than its caller, and must not keep the caller's async-locals.
        using AsyncFlowControl? flow = Detached.Suppress();
        _firstFetch = new Timer(
            static live => ((LiveConfig)live!).FollowWhileOpen(), this, UntilFirstFetch, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private Task Follow()
    {
        _observers.Begin();
        var first = _refresher.Start();
        _locks.Watch(OnLocksChanged, _lifetime.Token);
        return first;
    }

    private void FollowWhileOpen()
    {
        try
        {
            Follow();
        }
        catch (ObjectDisposedException)
        {
            // The config was disposed at this moment.
        }
    }

    // One thread for each of the two directories: if the locks file is on a disk that hangs, the cache on another disk
    // is read all the same.
    private (Task<CacheReading>? Cache, Task<LocksLook>? Locks) BeginReading()
    {
        var reads = new DiskReads();
        var isOneDisk = Path.GetDirectoryName(_cache.Path) == Path.GetDirectoryName(_locks.FilePath);
        var others = isOneDisk ? reads : new DiskReads();
        var reading = _cache.Path is null ? null : reads.Add(_cache.Read);
        var look = _locks.FilePath is null ? null : others.Add(_locks.Look);

        reads.Begin();
        if (!isOneDisk)
            others.Begin();
        reads.WaitAMoment();
        if (!isOneDisk)
            others.WaitAMoment();
        return (reading, look);
    }

    private bool IsFreshEnough(HeldConfig cached) => _options.CacheFreshFor is not { } limit
        || (limit != TimeSpan.Zero && cached.AgeAt(_options.TimeProvider.GetUtcNow()) <= limit);

    private async Task WaitForFirstAsync(Task first, HeldConfig? cached, CancellationToken cancellationToken)
    {
        try
        {
            // The system's clock limits the wait too: if a test has stopped the config's clock, the program must start
            // all the same.
            var byItsClock = first.WaitAsync(_options.StartupTimeout, _options.TimeProvider, cancellationToken);
            Detached.Observe(byItsClock);
            await byItsClock.WaitAsync(_options.StartupTimeout, CancellationToken.None).ConfigureAwait(false);
            await _cache.WaitAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (cached is null)
                Log.StartedWithoutConfig(_logger, _sourceName, _options.StartupTimeout);
            else
                Log.CachedConfigStays(_logger, _sourceName, _options.StartupTimeout);
        }
    }
}
