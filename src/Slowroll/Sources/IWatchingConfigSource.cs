namespace Slowroll;

/// <summary>A source that can tell by itself when the config changes: etcd, Redis, ZooKeeper and the like.</summary>
/// <remarks>What it tells is fetched at once. Polling goes on beside it, so that a watch that was lost costs time but no change;
/// the watch is taken up again with every poll.</remarks>
public interface IWatchingConfigSource : IConfigSource
{
    /// <summary>Completes when the config may be another one than that which came with <paramref name="etag"/>: at once if it
    /// already is.</summary>
    /// <param name="etag">As for <see cref="IConfigSource.FetchAsync"/>; null when no config is held.</param>
    /// <param name="cancellationToken">Ends the watch at the next poll or when the config is disposed.</param>
    Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken);
}
