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

    /// <summary>What an earlier process has left, if it is whole, ours, a config, young enough, and there within a few seconds.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<HeldConfig?> LoadAsync(CancellationToken cancellationToken)
    {
        if (cache is null)
            return null;

        var (cached, whyNot) = await ReadAsync(cache, cancellationToken).ConfigureAwait(false);
        var held = cached is null ? null : Accept(cached, out whyNot);
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

    private static async Task<(CachedConfig? Config, string? WhyNot)> ReadAsync(DiskCache cache, CancellationToken cancellationToken)
    {
        var reading = DiskWork.Run(() => (cache.Read(out var whyNot), whyNot));
        try
        {
            return await reading.WaitAsync(DiskWork.LongestReading, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (reading.IsCompletedSuccessfully)
                return await reading.ConfigureAwait(false);

            return (null, $"The cached config {OneLine.Escaped(cache.Path)} isn't used: its disk doesn't answer within "
                + $"{DiskWork.LongestReading.TotalSeconds} seconds. The first fetch is waited for instead.");
        }
    }

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
