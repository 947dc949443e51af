namespace Slowroll;

/// <summary>Where a config comes from: a URL, a file, a store of your own.</summary>
/// <remarks>
/// <para>Only one fetch runs at a time; but one that goes on after its token was cancelled is not waited for. What is thrown counts as <see cref="FetchResult.Failed(string, Exception?)"/>; the
/// last good config stays.</para>
/// <para>For a source in one line see <see cref="ConfigSource.From"/>.</para>
/// </remarks>
public interface IConfigSource
{
    /// <summary>What the source is called in logs and in <see cref="ConfigStatus"/>, and what a cached config must have come
    /// from to be used. Without secrets.</summary>
    string Name { get; }

    /// <summary>Fetches the config, or learns that it is still the one that came with <paramref name="etag"/>.</summary>
    /// <param name="etag">What an earlier <see cref="FetchResult"/> of this source gave, kept only once its config had been
    /// read without a fault; null when no config is held. Opaque: it comes back as it was given.</param>
    /// <param name="cancellationToken">Ends the fetch when its time is up or the config is disposed.</param>
    ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken);
}
