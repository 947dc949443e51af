namespace Slowroll;

/// <summary>Where a config comes from: a URL, a file, a store of your own.</summary>
/// <remarks>
/// <para>Only one fetch runs at a time; but one that goes on after its token was cancelled is not waited for. What is
/// thrown counts as <see cref="FetchResult.Failed(string, Exception?)"/>; the last good config stays.</para>
/// <para>For a source in one line see <see cref="ConfigSource.From"/>.</para>
/// </remarks>
public interface IConfigSource
{
    /// <summary>The name of the source in logs and in <see cref="ConfigStatus"/>, without secrets. A cached config is
    /// used only if it came from a source with this name.</summary>
    string Name { get; }

    /// <summary>Fetches the config, or finds that it is still the one that came with <paramref name="etag"/>.</summary>
    /// <param name="etag">The ETag of an earlier <see cref="FetchResult"/> of this source whose config was read without
    /// a fault; null if no config is held. It comes back unchanged.</param>
    /// <param name="cancellationToken">Ends the fetch when its time is up or the config is disposed.</param>
    ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken);
}
