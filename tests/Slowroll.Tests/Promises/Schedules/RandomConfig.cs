using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>A config with one random flag, and what its text means in the plainest words.</summary>
internal sealed record RandomConfig(RandomFlag Flag, RandomHours? Hours, IReadOnlyList<RandomFreeze> Freezes)
{
    /// <summary>Some hash keys: the first ones are in the audience <c>a</c>, all with one digit in <c>b</c>.</summary>
    public static readonly IReadOnlyList<string> Keys = [.. Enumerable.Range(0, 24).Select(n => $"host-{n}")];

    public static readonly IReadOnlyList<string> EarlyAdopters = ["host-3", "host-20"];

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Origin = new(2030, 1, 7, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Hash keys that only the audience <c>a</c> has, by name.</summary>
    public IReadOnlyList<string> MoreInA { get; init; } = [];

    public static DateTimeOffset At(int minutes) => Origin.AddMinutes(minutes);

    public static string Text(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public static JsonArray List(IEnumerable<JsonNode> items) => [.. items];

    /// <summary>The instants around which something may happen.</summary>
    public IEnumerable<DateTimeOffset> Corners()
    {
        DateTimeOffset[] corners =
        [
            At(Flag.Start),
            .. AllFreezes().Select(freeze => freeze.Start),
            .. AllFreezes().Where(freeze => freeze.Length is not null).Select(freeze => freeze.End),
            .. AllRollbacks().SelectMany(rollback => new[] { rollback.Start, rollback.End }),
            .. Flag.Urgent is { } urgent ? [At(urgent)] : Array.Empty<DateTimeOffset>(),
        ];
        return corners.SelectMany(corner => new[] { corner.AddMicroseconds(-1), corner, corner.AddMicroseconds(1) });
    }

    public IEnumerable<RandomRollback> AllRollbacks() =>
        Flag.Waves.Select(wave => wave.Rollback).Append(Flag.Rollback).OfType<RandomRollback>();

    /// <summary>Whether a share may rise at an instant, for the hash keys of a wave.</summary>
    public bool IsOpen(DateTimeOffset instant, int? waveIndex)
    {
        var wave = waveIndex is { } index ? Flag.Waves[index] : null;
        var isUrgent = Flag.Urgent is { } urgent && instant >= At(urgent);
        var hours = isUrgent ? null : wave?.Hours ?? Flag.Hours ?? Hours;
        RandomFreeze[] freezes = [.. isUrgent ? [] : Freezes, .. Flag.Freezes, .. wave?.Freezes ?? []];
        return (hours is null || hours.Has(instant)) && !freezes.Any(freeze => freeze.Has(instant));
    }

    /// <summary>The config as the library reads it, by a clock that the test sets.</summary>
    public SlowrollConfig ToConfig(TimeProvider clock) => SlowrollConfig.FromJson(
        Encoding.UTF8.GetBytes(ToString()), new SlowrollOptions { TimeProvider = clock });

    public override string ToString() => new JsonObject
    {
        ["$slowroll"] = new JsonObject
        {
            ["audiences"] = new JsonObject
            {
                ["a"] = new JsonObject { ["keys"] = List(Keys.Take(6).Concat(MoreInA).Select(key => (JsonNode)key)) },
                ["b"] = new JsonObject { ["patterns"] = new JsonArray("host-[0-9]") },
            },
        }
            .With("hours", Hours?.ToString())
            .With("freezes", Freezes.Count == 0 ? null : List(Freezes.Select(freeze => freeze.ToJson()))),
        ["s"] = new JsonObject { ["f"] = Flag.ToJson() },
    }.ToJsonString();

    private IEnumerable<RandomFreeze> AllFreezes() =>
        Freezes.Concat(Flag.Freezes).Concat(Flag.Waves.SelectMany(wave => wave.Freezes));
}
