using System.Diagnostics;
using Slowroll.Rollouts;

namespace Slowroll.AspNetCore.Reading;

/// <summary>All flags of a config at an instant, for at most a minute.</summary>
internal sealed class Overview
{
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;

    // An overview takes at most a tenth of one processor's time, whatever the config says.
    private const int Rest = 10;

    private readonly ReadConfig _config;
    private readonly DateTimeOffset? _rampsStoppedAt;

    private Overview(ReadConfig config, DateTimeOffset? rampsStoppedAt, long at)
    {
        (_config, _rampsStoppedAt, At) = (config, rampsStoppedAt, at);
        Flags = [.. config.Flags.Select(flag => FlagState.Of(config, flag, at))
            .OrderBy(flag => flag.Kind)
            .ThenBy(flag => flag.Next)];
        var next = Flags.Count == 0 ? OpenTime.Never : Flags.Min(flag => flag.Next);
        ValidUntil = rampsStoppedAt is not null ? OpenTime.Never : Math.Min(at / Minute * Minute + Minute, next);
    }

    /// <summary>The instant, in microseconds since the year 1: now, or when the ramps stopped.</summary>
    public long At { get; }

    /// <summary>When it has to be made again: after a minute, or when something happens to a flag.</summary>
    public long ValidUntil { get; private set; }

    /// <summary>The flags: those that move come first, and of these the one to which something happens next.</summary>
    public IReadOnlyList<FlagState> Flags { get; }

    /// <summary>Why the config can't be shown; null if it can.</summary>
    public string? Error => _config.Error;

    /// <summary>The pages that were written from it.</summary>
    public RenderedParts Parts { get; } = new();

    /// <summary>How many flags of a kind there are.</summary>
    public int Count(FlagKind kind) => Flags.Count(flag => flag.Kind == kind);

    /// <summary>Whether it is still what a status says.</summary>
    public bool IsOf(ConfigStatus status, long now) => _config.IsOf(status)
        && _rampsStoppedAt == status.RampsStoppedAt
        && (_rampsStoppedAt is not null || now >= At)
        && now < ValidUntil;

    /// <summary>The config of a status at an instant. It is read only if it is another config than before.</summary>
    public static Overview Of(ConfigStatus status, long now, Overview? before)
    {
        var config = before?._config.IsOf(status) == true ? before._config : ReadConfig.Of(status);
        var at = status.RampsStoppedAt is { } stopped ? Schedule.MicrosecondsOf(stopped.UtcDateTime) : now;
        var begin = Stopwatch.GetTimestamp();
        Overview overview = new(config, status.RampsStoppedAt, at);
        var cost = (long)Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        overview.ValidUntil = Math.Max(overview.ValidUntil, Math.Max(Second, cost * Rest) + at);
        return overview;
    }
}
