using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Expectations;

/// <summary>What somebody expects of a flag.</summary>
internal sealed record Expectation
{
    /// <summary>The flag, as section.key.</summary>
    public required JsonString Flag { get; init; }

    /// <summary>The hash keys that it is about; empty for a share of all.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>The side that they are on; null if something else is expected.</summary>
    public Side? Has { get; init; }

    /// <summary>The value that they get; null if something else is expected.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>How many of them have <c>new</c>; null if something else is expected.</summary>
    public ShareLimits? Share { get; init; }

    /// <summary>When.</summary>
    public required ExpectedTime Time { get; init; }

    /// <summary>Why it is expected; null if nobody said it.</summary>
    public string? Because { get; init; }

    /// <summary>Where it begins in its file.</summary>
    public required int Place { get; init; }
}

/// <summary>When something is expected.</summary>
/// <param name="Word">How the spec says it: <c>at</c>, <c>by</c> or <c>until</c>.</param>
/// <param name="Instant">The instant.</param>
/// <param name="From">Only with <c>until</c>: when the time begins; null for always.</param>
internal sealed record ExpectedTime(string Word, DateTimeOffset Instant, DateTimeOffset? From)
{
    /// <summary>Whether all instants before it are meant, not this one.</summary>
    public bool IsUntil => Word == "until";
}

/// <summary>The percentages between which a share is.</summary>
/// <param name="AtLeast">The lowest; 0 for no limit.</param>
/// <param name="AtMost">The highest; 100 for no limit.</param>
internal sealed record ShareLimits(decimal AtLeast, decimal AtMost);
