namespace Slowroll;

/// <summary>Makes a source from a function.</summary>
public static class ConfigSource
{
    /// <summary>A source that calls a function.</summary>
    /// <param name="name">See <see cref="IConfigSource.Name"/>.</param>
    /// <param name="fetch">See <see cref="IConfigSource.FetchAsync"/>.</param>
    public static IConfigSource From(string name, Func<string?, CancellationToken, ValueTask<FetchResult>> fetch)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(fetch);
        return new DelegateSource(name, fetch);
    }

    private sealed class DelegateSource(
        string name,
        Func<string?, CancellationToken, ValueTask<FetchResult>> fetch) : IConfigSource
    {
        public string Name => name;

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken) =>
            fetch(etag, cancellationToken);
    }
}
