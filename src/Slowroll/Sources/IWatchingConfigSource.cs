namespace Slowroll;

/// <summary>A source that can report when the config changes: etcd, Redis, ZooKeeper and the like.</summary>
/// <remarks>After a report the config is fetched at once. Polling goes on all the same, so that no change is lost if a
/// watch fails; with every poll the watch begins again.</remarks>
public interface IWatchingConfigSource : IConfigSource
{
    /// <summary>Completes when the config may be another one than the one that came with <paramref name="etag"/>; at
    /// once if it is so already.</summary>
    /// <param name="etag">As for <see cref="IConfigSource.FetchAsync"/>; null if no config is held.</param>
    /// <param name="cancellationToken">Ends the watch at the next poll or when the config is disposed.</param>
    Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken);
}
