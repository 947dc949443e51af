using System.Globalization;
using System.Text.Json.Nodes;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>A step; lengths are in minutes, null for a member that is left out.</summary>
internal sealed record RandomStep(int Pct, int? Over, int? Hold)
{
    public JsonNode ToJson() =>
        new JsonObject { ["pct"] = Pct }.With("over", Length(Over)).With("hold", Length(Hold));

    public static string? Length(int? minutes) =>
        minutes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known}m") : null;
}

/// <summary>A freeze; minutes since <see cref="RandomConfig.Origin"/>.</summary>
internal sealed record RandomFreeze(int From, int? Length)
{
    public DateTimeOffset Start => RandomConfig.At(From);

    public DateTimeOffset End => Length is { } length ? Start.AddMinutes(length) : DateTimeOffset.MaxValue;

    public bool Has(DateTimeOffset instant) => instant >= Start && instant < End;

    public JsonNode ToJson() => new JsonObject { ["from"] = RandomConfig.Text(Start) }
        .With("until", Length is null ? null : RandomConfig.Text(End));
}

/// <summary>A rollback; minutes since <see cref="RandomConfig.Origin"/>.</summary>
internal sealed record RandomRollback(int From, int Over)
{
    public DateTimeOffset Start => RandomConfig.At(From);

    public DateTimeOffset End => Start.AddMinutes(Over);

    public JsonNode ToJson() =>
        new JsonObject { ["from"] = RandomConfig.Text(Start), ["over"] = RandomStep.Length(Over) };
}

/// <summary>A wave.</summary>
internal sealed record RandomWave(
    string? Audience, int After, IReadOnlyList<RandomStep>? Steps, RandomHours? Hours,
    IReadOnlyList<RandomFreeze> Freezes, RandomRollback? Rollback)
{
    public JsonNode ToJson() => new JsonObject { ["after"] = RandomStep.Length(After) }
        .With("audience", Audience)
        .With("steps", Steps is null ? null : RandomConfig.List(Steps.Select(step => step.ToJson())))
        .With("hours", Hours?.ToString())
        .With("freezes", Freezes.Count == 0 ? null : RandomConfig.List(Freezes.Select(freeze => freeze.ToJson())))
        .With("rollback", Rollback?.ToJson());
}

/// <summary>The one flag of a config, <c>s.f</c>.</summary>
internal sealed record RandomFlag
{
    public int Start { get; init; }

    public int StartPct { get; init; }

    public required IReadOnlyList<RandomStep> Steps { get; init; }

    public RandomHours? Hours { get; init; }

    public IReadOnlyList<RandomFreeze> Freezes { get; init; } = [];

    public int? Urgent { get; init; }

    public IReadOnlyList<RandomWave> Waves { get; init; } = [];

    public RandomRollback? Rollback { get; init; }

    public bool HasEarlyAdopters { get; init; }

    public bool IsFalling => Steps[^1].Pct < StartPct;

    public JsonObject ToJson() => new JsonObject
    {
        ["stable"] = 0,
        ["new"] = 1,
        ["start_time"] = RandomConfig.Text(RandomConfig.At(Start)),
        ["start_pct"] = StartPct,
        ["steps"] = RandomConfig.List(Steps.Select(step => step.ToJson())),
    }
        .With("hours", Hours?.ToString())
        .With("freezes", Freezes.Count == 0 ? null : RandomConfig.List(Freezes.Select(freeze => freeze.ToJson())))
        .With("urgent", Urgent is { } urgent ? RandomConfig.Text(RandomConfig.At(urgent)) : null)
        .With("waves", Waves.Count == 0 ? null : RandomConfig.List(Waves.Select(wave => wave.ToJson())))
        .With("rollback", Rollback?.ToJson())
        .With("early_adopters", HasEarlyAdopters
            ? RandomConfig.List(RandomConfig.EarlyAdopters.Select(key => (JsonNode)key))
            : null);
}

/// <summary>Members that may be left out.</summary>
internal static class RandomMembers
{
    public static JsonObject With(this JsonObject owner, string name, JsonNode? value)
    {
        if (value is not null)
            owner[name] = value;
        return owner;
    }
}
