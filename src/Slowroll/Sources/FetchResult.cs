using System.Runtime.CompilerServices;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>What a fetch gave; one of <see cref="Fresh"/>, <see cref="NotModified"/>, <see cref="Failed"/>.</summary>
/// <remarks>What else a source knows goes with it: <c>FetchResult.NotModified with { MaxAge = TimeSpan.FromMinutes(5)
/// }</c>.
/// A result equals itself alone: two are never compared byte for byte.</remarks>
public sealed record FetchResult
{
    private FetchResult(FetchKind kind) => Kind = kind;

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

    /// <summary>Whether a failure stays until somebody mends it (credentials, an address, a missing file): it is then
    /// polled less and less often, at ten times the interval at last. Else it is asked again soon.</summary>
    public bool IsLasting { get; init; }

    /// <summary>How long the source asked to be left alone (HTTP's <c>Retry-After</c>); up to an hour is
    /// heeded.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the source says that the answer stays good (HTTP's <c>Cache-Control: max-age</c>); heeded up
    /// to a day, with <see cref="SlowrollOptions.HonorMaxAge"/>.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How long ago the source itself gave the answer, where a cache in between kept it (HTTP's <c>Age</c>);
    /// null where nothing says so. <see cref="ConfigStatus.ConfirmedAt"/> is earlier by it.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>What time it was for the source when it answered (HTTP's <c>Date</c>); for
    /// <see cref="ConfigStatus.ClockSkew"/>.</summary>
    public DateTimeOffset? SourceTime { get; init; }

    /// <summary>Still the config whose ETag was given.</summary>
    public static FetchResult NotModified { get; } = new(FetchKind.NotModified);

    /// <summary>A config, perhaps a new one.</summary>
    /// <param name="utf8Json">The bytes. They are kept: don't write to them afterwards.</param>
    /// <param name="etag">Comes back at the next fetch; null for a source that can't tell versions apart. One of more
    /// than 65,536 characters counts as null: the config is good all the same, and is fetched whole each time.</param>
    public static FetchResult Fresh(ReadOnlyMemory<byte> utf8Json, string? etag) =>
        new(FetchKind.Fresh) { Utf8Json = utf8Json, ETag = KeptTag.Of(etag) };

    /// <summary>No answer, or none that can be used.</summary>
    /// <param name="error">A sentence that says what went wrong and, if it can, the way out. It is logged: no
    /// secrets.</param>
    /// <param name="exception">The cause.</param>
    public static FetchResult Failed(string error, Exception? exception = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return new(FetchKind.Failed) { Error = error, Exception = exception };
    }

    /// <summary>Whether it is the same object.</summary>
    /// <param name="other">Another result.</param>
    public bool Equals(FetchResult? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
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
