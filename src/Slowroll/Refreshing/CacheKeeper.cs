using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Documents;

namespace Slowroll.Refreshing;

/// <summary>Takes the config of an earlier process from disk, and keeps the one in force there.</summary>
internal sealed class CacheKeeper(DiskCache? cache, SlowrollOptions options, ILogger logger)
{
    private static readonly TimeSpan LongestGrain = TimeSpan.FromHours(1);

    private HeldConfig? _kept;
    private bool _isBroken;

    /// <summary>What an earlier process has left, if it is whole, ours, a config, and young enough.</summary>
    public HeldConfig? Load()
    {
        string? whyNot = null;
        if (cache?.Read(out whyNot) is { } cached)
            _kept = Accept(cached, out whyNot);
        if (whyNot is not null)
            Log.CacheNotUsed(logger, whyNot);
        return _kept;
    }

    /// <summary>Keeps a config that its source has just sent or confirmed, unless the disk has it already. One that couldn't
    /// be kept is tried again the next time.</summary>
    public void Keep(HeldConfig held)
    {
        if (cache is null || IsKept(held))
            return;

        var error = cache.Write(held.Snapshot.Utf8Json, held.ETag, held.ConfirmedAt);
        if (error is null)
            _kept = held;

        // Told when it begins and when it ends: a disk may be full for weeks.
        if (error is not null && !_isBroken)
            Log.CacheNotWritten(logger, error);
        if (error is null && _isBroken)
            Log.CacheWrittenAgain(logger, cache.Path);
        _isBroken = error is not null;
    }

    private HeldConfig? Accept(CachedConfig cached, out string? whyNot)
    {
        // Whoever wrote a time of the future had another clock: it counts as now.
        var now = options.TimeProvider.GetUtcNow();
        var confirmedAt = cached.FetchedAt < now ? cached.FetchedAt : now;
        if (now - confirmedAt > options.MaxCacheAge)
        {
            whyNot = $"The cached config {cache!.Path} isn't used: its source confirmed it at {confirmedAt:u} for the last time, "
                + $"which is longer ago than {options.MaxCacheAge} (SlowrollOptions.MaxCacheAge). The next good fetch replaces it.";
            return null;
        }

        try
        {
            whyNot = null;
            return new HeldConfig(
                ConfigReader.Read(cached.Utf8Json, options.Hasher), cached.ETag, ConfigOrigin.Cache, confirmedAt);
        }
        catch (ConfigFormatException e)
        {
            whyNot = $"The cached config {cache!.Path} isn't used. {e.Message}";
            return null;
        }
    }

    // That an unchanged config was confirmed is written down from time to time only: a write for every 304 would wear a disk out.
    private bool IsKept(HeldConfig held) =>
        _kept is { } kept
        && ReferenceEquals(kept.Snapshot, held.Snapshot)
        && kept.ETag == held.ETag
        && (held.ConfirmedAt - kept.ConfirmedAt).Duration() < Grain;

    private TimeSpan Grain => options.MaxCacheAge / 4 is { } quarter && quarter < LongestGrain ? quarter : LongestGrain;
}
