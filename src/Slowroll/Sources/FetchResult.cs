namespace Slowroll;

/// <summary>What a fetch gave; one of <see cref="Fresh"/>, <see cref="NotModified"/>, <see cref="Failed"/>.</summary>
public sealed class FetchResult
{
    private FetchResult(FetchKind kind) => Kind = kind;

    private FetchResult(FetchResult other, DateTimeOffset? sourceTime)
    {
        (Kind, Utf8Json, ETag) = (other.Kind, other.Utf8Json, other.ETag);
        (Error, Exception, RetryAfter) = (other.Error, other.Exception, other.RetryAfter);
        SourceTime = sourceTime;
    }

    /// <summary>Which of the three it is.</summary>
    public FetchKind Kind { get; }

    /// <summary>The config's bytes, UTF-8; empty unless it is fresh.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; private init; }

    /// <summary>Names this version of the config to the source; null where it has no such name.</summary>
    public string? ETag { get; private init; }

    /// <summary>What went wrong, in a sentence without secrets; null unless the fetch failed.</summary>
    public string? Error { get; private init; }

    /// <summary>The cause of a failure, where there was one.</summary>
    public Exception? Exception { get; private init; }

    /// <summary>How long the source asked to be left alone (HTTP's <c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>What time it was for the source when it answered (HTTP's <c>Date</c>).</summary>
    internal DateTimeOffset? SourceTime { get; }

    /// <summary>Still the config whose ETag was given.</summary>
    public static FetchResult NotModified { get; } = new(FetchKind.NotModified);

    /// <summary>A config, perhaps a new one.</summary>
    /// <param name="utf8Json">The bytes. They are kept: don't write to them afterwards.</param>
    /// <param name="etag">Comes back at the next fetch; null for a source that can't tell versions apart.</param>
    public static FetchResult Fresh(ReadOnlyMemory<byte> utf8Json, string? etag) =>
        new(FetchKind.Fresh) { Utf8Json = utf8Json, ETag = etag };

    /// <summary>No answer, or none that can be used.</summary>
    /// <param name="error">A sentence that says what went wrong and, if it can, the way out. It is logged: no secrets.</param>
    /// <param name="exception">The cause.</param>
    /// <param name="retryAfter">How long the source asked to be left alone; null where it didn't ask.</param>
    public static FetchResult Failed(string error, Exception? exception = null, TimeSpan? retryAfter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return new(FetchKind.Failed) { Error = error, Exception = exception, RetryAfter = retryAfter };
    }

    /// <summary>The same, with the time it was for the source.</summary>
    internal FetchResult At(DateTimeOffset? sourceTime) => sourceTime is null ? this : new(this, sourceTime);
}

/// <summary>The three ways a fetch can end.</summary>
public enum FetchKind
{
    /// <summary>Bytes came.</summary>
    Fresh,

    /// <summary>Nothing has changed.</summary>
    NotModified,

    /// <summary>Nothing could be had.</summary>
    Failed,
}
