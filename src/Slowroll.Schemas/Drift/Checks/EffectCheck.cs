using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds parts of a rollout that have no effect: fields without <c>new</c>, and empty texts. The running
/// program reads them, as the original does.</summary>
internal static class EffectCheck
{
    public static void Check(ConfigFlag flag, DriftList problems)
    {
        if (flag.Member.Value is not JsonObject rollout || rollout.Find(RolloutFields.Stable) is null)
        {
            return;
        }

        if (rollout.Find(RolloutFields.New) is null)
        {
            CheckWithoutNew(flag, rollout, problems);
            return;
        }

        CheckEmpty(
            flag, [rollout.Find(RolloutFields.Duration)?.Value], RolloutFields.Duration,
            "it is empty, so that everybody switches at 'end_time' at once; write how long it takes, like '14d', or "
                + "'0s' if that is intended", problems);
        CheckStrings(flag, rollout, RolloutFields.EarlyAdopters, problems);
        CheckStrings(flag, rollout, RolloutFields.EarlyAdopterPatterns, problems);
        CheckEmpty(
            flag, Items(rollout, RolloutFields.EarlyAdopters), RolloutFields.EarlyAdopters,
            "it has an empty text, but no host or user has an empty name; write a hash key, or remove it", problems);
        CheckEmpty(
            flag, Items(rollout, RolloutFields.EarlyAdopterPatterns), RolloutFields.EarlyAdopterPatterns,
            "it has an empty pattern, which matches no hash key; write one for whole hash keys, like 'web-.*', or "
                + "remove it", problems);
    }

    // Reported once for all fields: one 'new' corrects them all.
    private static void CheckWithoutNew(ConfigFlag flag, JsonObject rollout, DriftList problems)
    {
        var isMisspelt = rollout.Members.Any(
            field => !RolloutFields.All.Contains(field.Name) && NearestName.Of(field.Name, [RolloutFields.New]).Any());
        if (!isMisspelt && rollout.Members.FirstOrDefault(field => field.Name != RolloutFields.Stable
            && RolloutFields.All.Contains(field.Name)) is { } first)
        {
            Add(
                flag,
                first.NameRange,
                first.Name,
                "without 'new' everybody has 'stable'; add 'new', or keep only 'stable'",
                problems);
        }
    }

    private static void CheckEmpty(
        ConfigFlag flag, IEnumerable<JsonNode?> texts, string field, string reason, DriftList problems)
    {
        foreach (var text in texts.OfType<JsonString>().Where(text => string.IsNullOrWhiteSpace(text.Text)))
        {
            Add(flag, text.Range, field, reason, problems);
        }
    }

    private static void CheckStrings(ConfigFlag flag, JsonObject rollout, string field, DriftList problems)
    {
        foreach (var item in Items(rollout, field).Where(item => item is not JsonString))
        {
            Add(
                flag,
                item.Range,
                field,
                $"it has {JsonDescription.Describe(item)}, which is ignored; write a string, or remove it",
                problems);
        }
    }

    private static IReadOnlyList<JsonNode> Items(JsonObject rollout, string field) =>
        (rollout.Find(field)?.Value as JsonArray)?.Items ?? [];

    private static void Add(ConfigFlag flag, TextRange range, string field, string reason, DriftList problems) =>
        problems.AddFlag(DriftRules.NoEffect, range, flag.Section, flag.Key, field, flag.Path, reason);
}
