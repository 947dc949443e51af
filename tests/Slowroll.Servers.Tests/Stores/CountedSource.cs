namespace Slowroll.Servers.Tests.Stores;

/// <summary>Counts what a source is asked.</summary>
internal sealed class CountedSource(IWatchingConfigSource source) : IWatchingConfigSource
{
    private int _fetches;

    public int Fetches => Volatile.Read(ref _fetches);

    public string Name => source.Name;

    public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _fetches);
        return source.FetchAsync(etag, cancellationToken);
    }

    public Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken) =>
        source.WaitForChangeAsync(etag, cancellationToken);
}
