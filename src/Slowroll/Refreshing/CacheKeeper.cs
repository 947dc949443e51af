using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Disk;
using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Refreshing;

/// <summary>Takes the config of an earlier process from disk, and stores the one in force there.</summary>
/// <remarks>Configs are stored on another thread; <see cref="WaitAsync"/> waits for that, but not long.</remarks>
internal sealed class CacheKeeper(DiskCache? cache, SlowrollOptions options, ILogger logger)
{
    private static readonly TimeSpan LongestGrain = TimeSpan.FromHours(1);

    private readonly CacheWriter? _writer = cache is null ? null : new CacheWriter(cache, logger);

    /// <summary>The cache file's full path; null if no config is stored.</summary>
    public string? Path => cache?.Path;

    /// <summary>Reads what an earlier process has stored. A disk that hangs blocks the calling thread.</summary>
    public CacheReading Read() => new(cache!.Read(out var whyNot), whyNot);

    /// <summary>Waits for what is read, but not long for a disk that hangs; then the result says why there is
    /// nothing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CacheReading> WaitForAsync(Task<CacheReading> reading, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.WaitAsync(DiskWork.LongestReading, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (reading.IsCompletedSuccessfully)
                return await reading.ConfigureAwait(false);

            return new(null,
                $"The cached config {OneLine.Escaped(cache!.Path)} isn't used: its disk doesn't answer within "
                + $"{DiskWork.LongestReading.TotalSeconds} seconds. The first fetch is waited for instead.");
        }
    }

    /// <summary>The config that was read, if it can be read and is young enough; else null, and the reason is
    /// logged.</summary>
    public HeldConfig? Accept(CacheReading reading)
    {
        var whyNot = reading.WhyNot;
        var held = reading.Config is { } cached ? Accept(cached, out whyNot) : null;
        if (held is not null)
            _writer!.Start(held);
        if (whyNot is not null)
            Log.CacheNotUsed(logger, whyNot);
        return held;
    }

    /// <summary>Begins to store a config that its source has just sent or confirmed, unless the disk has it already. If
    /// that fails, the next call tries again.</summary>
    public void Keep(HeldConfig held)
    {
        if (_writer is not null && !IsKept(held))
            _writer.Write(held);
    }

    /// <summary>Waits until everything is stored, but not long: at most <see cref="DiskWork.LongestWaiting"/> from the
    /// beginning of a write.</summary>
    public Task WaitAsync() => _writer?.WaitAsync() ?? Task.CompletedTask;

    /// <inheritdoc cref="WaitAsync"/>
    public void Wait() => _writer?.Wait();

    private HeldConfig? Accept(CachedConfig cached, out string? whyNot)
    {
        // A time in the future was written by another clock: it counts as now.
        var now = options.TimeProvider.GetUtcNow();
        var confirmedAt = cached.FetchedAt < now ? cached.FetchedAt : now;
        if (now - confirmedAt > options.MaxCacheAge)
        {
            whyNot = $"The cached config {OneLine.Escaped(cache!.Path)} isn't used: its source confirmed it "
                + $"at {confirmedAt:u} for the last time, "
                + $"which is longer ago than {options.MaxCacheAge} (SlowrollOptions.MaxCacheAge). The next good fetch "
                + "replaces it.";
            return null;
        }

        try
        {
            whyNot = null;
            return new HeldConfig(
                ConfigReader.Read(cached.Utf8Json), cached.ETag, ConfigOrigin.Cache, confirmedAt);
        }
        catch (ConfigFormatException exception)
        {
            whyNot = $"The cached config {OneLine.Escaped(cache!.Path)} isn't used. {exception.Message}";
            return null;
        }
    }

    // The confirmation of an unchanged config is stored only from time to time: a write for every 304 would wear out a
    // disk.
    private bool IsKept(HeldConfig held) =>
        _writer!.Newest is { } kept
        && ReferenceEquals(kept.Snapshot, held.Snapshot)
        && kept.ETag == held.ETag
        && (held.ConfirmedAt - kept.ConfirmedAt).Duration() < Grain;

    // How old the stored time may be: it must be exact enough for the limits that depend on it. With a CacheFreshFor of
    // zero every start waits, so that limit needs none.
    private TimeSpan Grain => Shorter(
        Shorter(LongestGrain, options.MaxCacheAge / 4),
        options.CacheFreshFor == TimeSpan.Zero ? null : options.CacheFreshFor / 4);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;
}

/// <summary>The result of reading the cache.</summary>
/// <param name="Config">The config; null if there is none, or none that is used.</param>
/// <param name="WhyNot">Why a config that is there isn't used.</param>
internal sealed record CacheReading(CachedConfig? Config, string? WhyNot);
