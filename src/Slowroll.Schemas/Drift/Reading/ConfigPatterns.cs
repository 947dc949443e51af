using Slowroll.Grammar;
using Slowroll.Patterns;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Limits what the patterns of all flags of a config cost together, as the running program does.</summary>
internal sealed class ConfigPatterns
{
    private readonly Dictionary<JsonString, string> _refused = [];

    private ConfigPatterns()
    {
    }

    /// <summary>Spends the budget in the order of the document: of two flags with one name on the last, and only on
    /// flags with <c>new</c>.</summary>
    public static ConfigPatterns In(ConfigDocument config)
    {
        ConfigPatterns patterns = new();
        PatternBudget budget = new();
        foreach (var pattern in SettingsPatterns(config.Root).Concat(
            config.Flags.SelectMany(flag => PatternsOf(flag.Member.Value))))
        {
            if (budget.Spend(pattern.Text) is { } why)
            {
                patterns._refused.Add(pattern, why);
            }
        }

        return patterns;
    }

    public string? RefusalOf(JsonString pattern) => _refused.TryGetValue(pattern, out var why) ? why : null;

    // The settings come first, wherever they stand.
    private static IEnumerable<JsonString> SettingsPatterns(JsonObject? root) =>
        (root?.Find(ScheduleFields.Settings)?.Value as JsonObject)?.Find(ScheduleFields.Audiences)?.Value
            is JsonObject audiences
            ? audiences.Members
                .Select(audience => (audience.Value as JsonObject)?.Find(ScheduleFields.Patterns)?.Value)
                .OfType<JsonArray>()
                .SelectMany(patterns => patterns.Items.OfType<JsonString>())
            : [];

    private static IEnumerable<JsonString> PatternsOf(JsonNode flag) =>
        flag is JsonObject rollout
            && rollout.Find(RolloutFields.New) is not null
            && rollout.Find(RolloutFields.EarlyAdopterPatterns)?.Value is JsonArray patterns
            ? patterns.Items.OfType<JsonString>()
            : [];
}
