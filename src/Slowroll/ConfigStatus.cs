using System.Globalization;
using System.Text;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>What config is in force and how fresh it is, at the moment it was asked for.</summary>
public sealed record ConfigStatus
{
    private readonly string? _etag;

    /// <summary>Where the config in force came from.</summary>
    public required ConfigOrigin Origin { get; init; }

    /// <summary>The name of the source, on one line; empty for a fixed config.</summary>
    public string Source { get; init; } = "";

    /// <summary>The ETag of the config in force, made safe to print: on one line, its first 120 letters; null if there
    /// is none. The source gets back exactly what it sent.</summary>
    public string? ETag
    {
        get => _etag;
        init => _etag = value is null ? null : OneLine.Of(value);
    }

    /// <summary>When the source last confirmed the config in force, by sending it or by saying that it is unchanged;
    /// where a cache in between answered and says how old its answer is, when it got it;
    /// for a cached one, before this process began. Null for a fixed config and before the first one.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The time since then.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>When the source is asked next, unless it reports a change before. Null for a fixed config, before the
    /// first fetch and while a poll is under way, and where the config is fetched only on demand.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>The bytes of the config in force, UTF-8; empty where there is none. Don't write to them: they are what
    /// flags are read from.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; init; }

    /// <summary>Since when ramps stand still because the config is older than
    /// <see cref="SlowrollOptions.MaxStaleness"/>; null while they go.</summary>
    public DateTimeOffset? RampsStoppedAt { get; init; }

    /// <summary>How far the source's clock is ahead of this machine's (negative: behind), by the <c>Date</c> header of
    /// its last answer, to about a second; null where no answer had one.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>The flags that are pinned to a side on this machine.</summary>
    public IReadOnlyList<FlagLock> Locks { get; init; } = [];

    /// <summary>The locks file that is watched, whether it exists or not; null for none.</summary>
    public string? LocksFile { get; init; }

    /// <summary>The refreshes that failed or were rejected since the last good one.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>Why the last refresh failed, in a sentence on one line; null when it didn't.</summary>
    public string? LastError { get; init; }

    // Written by hand, to print the locks themselves: the compiler would print the name of their list's type.
    private bool PrintMembers(StringBuilder text)
    {
        (string Name, object? Value)[] members =
        [
            (nameof(Origin), Origin),
            (nameof(Source), OneLine.Message(Source)),
            (nameof(ETag), ETag is null ? null : OneLine.Of(ETag)),
            (nameof(ConfirmedAt), ConfirmedAt?.ToString("u", CultureInfo.InvariantCulture)),
            (nameof(Age), Age),
            (nameof(NextPollAt), NextPollAt?.ToString("u", CultureInfo.InvariantCulture)),
            (nameof(Utf8Json), Utf8Json.IsEmpty ? null : $"{Utf8Json.Length} bytes"),
            (nameof(RampsStoppedAt), RampsStoppedAt?.ToString("u", CultureInfo.InvariantCulture)),
            (nameof(ClockSkew), ClockSkew),
            (nameof(Locks), OneLine.List("; ", Locks, each => $"{OneLine.Of(each.Flag)}={each.Side} ({each.Origin})")),
            (nameof(LocksFile), LocksFile is null ? null : OneLine.Message(LocksFile)),
            (nameof(ConsecutiveFailures), ConsecutiveFailures),
            (nameof(LastError), LastError is null ? null : OneLine.Message(LastError)),
        ];
        text.AppendJoin(", ", members.Where(member => member.Value is not (null or ""))
            .Select(member => $"{member.Name} = {member.Value}"));
        return true;
    }
}

/// <summary>Where a config came from.</summary>
public enum ConfigOrigin
{
    /// <summary>There is no config yet: every flag answers its default.</summary>
    None,

    /// <summary>Bytes given by the program, or a frozen view.</summary>
    Fixed,

    /// <summary>The disk cache of an earlier process.</summary>
    Cache,

    /// <summary>The source.</summary>
    Source,
}
