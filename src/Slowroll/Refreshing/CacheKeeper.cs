using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Disk;
using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Refreshing;

/// <summary>Takes the config of an earlier process from disk, and keeps the one in force there.</summary>
/// <remarks>Nobody waits long for a disk: who wants to know when a config is kept calls <see cref="WaitAsync"/>.</remarks>
internal sealed class CacheKeeper(DiskCache? cache, SlowrollOptions options, ILogger logger)
{
    private static readonly TimeSpan LongestGrain = TimeSpan.FromHours(1);

    private readonly CacheWriter? _writer = cache is null ? null : new CacheWriter(cache, logger);

    /// <summary>The cache file's full path; null where no config is kept.</summary>
    public string? Path => cache?.Path;

    /// <summary>Reads what an earlier process has left. A disk that hangs holds it up.</summary>
    public CacheReading Read() => new(cache!.Read(out var whyNot), whyNot);

    /// <summary>What was read, or why there is none: a disk that hangs is waited for only so long.</summary>
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

            return new(null, $"The cached config {OneLine.Escaped(cache!.Path)} isn't used: its disk doesn't answer within "
                + $"{DiskWork.LongestReading.TotalSeconds} seconds. The first fetch is waited for instead.");
        }
    }

    /// <summary>What was read, if it is whole, ours, a config and young enough.</summary>
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

    /// <summary>Begins to keep a config that its source has just sent or confirmed, unless the disk has it already. One that
    /// couldn't be kept is tried again the next time.</summary>
    public void Keep(HeldConfig held)
    {
        if (_writer is not null && !IsKept(held))
            _writer.Write(held);
    }

    /// <summary>Waits until what was to be kept is, but not long: at most <see cref="DiskWork.LongestWaiting"/> from the beginning
    /// of a write.</summary>
    public Task WaitAsync() => _writer?.WaitAsync() ?? Task.CompletedTask;

    /// <inheritdoc cref="WaitAsync"/>
    public void Wait() => _writer?.Wait();

    private HeldConfig? Accept(CachedConfig cached, out string? whyNot)
    {
        // Whoever wrote a time of the future had another clock: it counts as now.
        var now = options.TimeProvider.GetUtcNow();
        var confirmedAt = cached.FetchedAt < now ? cached.FetchedAt : now;
        if (now - confirmedAt > options.MaxCacheAge)
        {
            whyNot = $"The cached config {OneLine.Escaped(cache!.Path)} isn't used: its source confirmed it at {confirmedAt:u} for the last time, "
                + $"which is longer ago than {options.MaxCacheAge} (SlowrollOptions.MaxCacheAge). The next good fetch replaces it.";
            return null;
        }

        try
        {
            whyNot = null;
            return new HeldConfig(
                ConfigReader.Read(cached.Utf8Json), cached.ETag, ConfigOrigin.Cache, confirmedAt);
        }
        catch (ConfigFormatException e)
        {
            whyNot = $"The cached config {OneLine.Escaped(cache!.Path)} isn't used. {e.Message}";
            return null;
        }
    }

    // That an unchanged config was confirmed is written down from time to time only: a write for every 304 would wear a disk out.
    private bool IsKept(HeldConfig held) =>
        _writer!.Newest is { } kept
        && ReferenceEquals(kept.Snapshot, held.Snapshot)
        && kept.ETag == held.ETag
        && (held.ConfirmedAt - kept.ConfirmedAt).Duration() < Grain;

    // Often enough for the limits that go by that time. A start that waits in any case needs no time.
    private TimeSpan Grain => Shorter(
        Shorter(LongestGrain, options.MaxCacheAge / 4), options.CacheFreshFor == TimeSpan.Zero ? null : options.CacheFreshFor / 4);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;
}

/// <summary>What a look into the cache gave.</summary>
/// <param name="Config">The config; null where there is none, or none that counts.</param>
/// <param name="WhyNot">Why one that is there doesn't count.</param>
internal sealed record CacheReading(CachedConfig? Config, string? WhyNot);
