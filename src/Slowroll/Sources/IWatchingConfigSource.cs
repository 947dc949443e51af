namespace Slowroll;

/// <summary>A source that can report when the config changes: etcd, Redis, ZooKeeper and the like.</summary>
/// <remarks>
/// <para>After a report the config is fetched at once. Polling goes on all the same, so that no change is lost if a
/// watch fails; with every poll the watch begins again. A watch that has failed is asked again with the next poll, or
/// after about a minute if that is earlier. A call that blocks its thread is waited for, and not made a second
/// time.</para>
/// <para>Reports may come as often as they like: after one that brought a config, the source is asked for the next
/// change after a tenth of a second; after one whose fetch failed, was rejected or brought nothing new, after about a
/// second, and after twice as long each time it happens again, up to about a minute. Polls go on meanwhile. So a source
/// does well not to report again what its last fetch gave, even if that was no good config.</para>
/// </remarks>
public interface IWatchingConfigSource : IConfigSource
{
    /// <summary>Completes when the config may be another one than the one that came with <paramref name="etag"/>; at
    /// once if it is so already.</summary>
    /// <param name="etag">As for <see cref="IConfigSource.FetchAsync"/>; null if no config is held.</param>
    /// <param name="cancellationToken">Ends the watch at the next poll or when the config is disposed.</param>
    Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken);
}
