using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Disk;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Refreshing;

/// <summary>Writes configs to the cache, on another thread: one write at a time, and then the newest config that came
/// meanwhile.</summary>
/// <remarks>Nobody waits long for a write that hangs, and no other one begins: a disk blocks only one thread.</remarks>
internal sealed class CacheWriter(DiskCache cache, ILogger logger)
{
    private readonly object _gate = new();
    private HeldConfig? _written;
    private HeldConfig? _underWay;
    private HeldConfig? _next;
    private Task _ended = Task.CompletedTask;
    private long _began;
    private bool _isBroken;

    /// <summary>What the disk has, or will have once it has answered.</summary>
    public HeldConfig? Newest
    {
        get
        {
            lock (_gate)
                return _next ?? _underWay ?? _written;
        }
    }

    /// <summary>Remembers what an earlier process has written.</summary>
    public void Start(HeldConfig written)
    {
        lock (_gate)
            _written = written;
    }

    /// <summary>Begins to write a config: at once, or after the write under way.</summary>
    public void Write(HeldConfig held)
    {
        lock (_gate)
        {
            if (_underWay is not null)
            {
                _next = held;
                return;
            }

            Begin(held);
            _ended = DiskWork.Run(WriteAll);
        }
    }

    /// <summary>Waits until nothing is left to write, but only for a limited time.</summary>
    public async Task WaitAsync()
    {
        try
        {
            await _ended.WaitAsync(Patience()).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The write goes on.
        }
    }

    /// <inheritdoc cref="WaitAsync"/>
    public void Wait() => _ended.Wait(Patience());

    private TimeSpan Patience()
    {
        lock (_gate)
        {
            var left = DiskWork.LongestWaiting - TimeSpan.FromMilliseconds(Environment.TickCount64 - _began);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private bool WriteAll()
    {
        for (var held = _underWay; held is not null; held = End(held))
        {
            using var alarm = new Timer(
                hanging => TellOfHanging((HeldConfig)hanging!), held, DiskWork.LongestAnswer, Timeout.InfiniteTimeSpan);
            var error = Attempt(held);
            Tell(held, error);
        }

        return true;
    }

    private string? Attempt(HeldConfig held)
    {
        try
        {
            return cache.Write(held.Snapshot.Utf8Json, held.ETag, held.ConfirmedAt);
        }
#pragma warning disable CA1031 // On a thread of our own it would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return cache.NotKept($"{exception.GetType().Name}: {OneLine.Escaped(exception.Message)}");
        }
    }

    // A fault is logged when it begins and when it ends, and not for each write: a disk may be full for weeks.
    private void Tell(HeldConfig held, string? error)
    {
        bool wasBroken, isOver;
        lock (_gate)
        {
            wasBroken = _isBroken;

            // A newer config waits: the fault is over only when that one is written.
            _isBroken = error is not null || (wasBroken && _next is not null);
            isOver = wasBroken && !_isBroken;
            if (error is null)
                _written = held;
        }

        if (error is not null && !wasBroken)
            Log.CacheNotWritten(logger, error);
        if (isOver)
            Log.CacheWrittenAgain(logger, OneLine.Escaped(cache.Path));
    }

    private void TellOfHanging(HeldConfig held)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(held, _underWay) || _isBroken)
                return;
            _isBroken = true;
        }

        Log.CacheNotWritten(logger, cache.NotKept(
            $"the disk doesn't answer within {DiskWork.LongestAnswer.TotalSeconds} seconds; the newest config is "
                + "written once it does"));
    }

    private HeldConfig? End(HeldConfig held)
    {
        lock (_gate)
        {
            var next = _next;
            _next = _underWay = null;
            if (next is not null)
                Begin(next);
            return next;
        }
    }

    private void Begin(HeldConfig held)
    {
        _underWay = held;
        _began = Environment.TickCount64;
    }
}
