using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds audiences that no wave names.</summary>
internal static class AudienceCheck
{
    public static void Check(ConfigDocument config, DriftList problems)
    {
        if ((config.Root?.Find(ScheduleFields.Settings)?.Value as JsonObject)?.Find(ScheduleFields.Audiences)?.Value
            is not JsonObject audiences)
        {
            return;
        }

        HashSet<string> named =
            new(config.Flags.SelectMany(flag => NamesIn(flag.Member.Value)), StringComparer.Ordinal);
        List<JsonMember> unused = [.. audiences.Members.Where(
            audience => config.Settings.Audiences.ContainsKey(audience.Name) && !named.Contains(audience.Name))];

        // A misspelled name in a wave is reported there.
        NameSuggestions meant = new([.. unused.Select(audience => audience.Name)]);
        foreach (var unknown in unused.Count == 0 ? [] : named.Where(name => audiences.Find(name) is null))
        {
            meant.DidYouMean(unknown);
        }

        foreach (var audience in unused.Where(audience => !meant.Contains(audience.Name)))
        {
            problems.Add(DriftRules.UnusedAudience, audience.NameRange, MessageText.Of(audience.Name));
        }
    }

    // Also of flags that can't be read: their mistakes are reported there.
    private static IEnumerable<string> NamesIn(JsonNode flag) =>
        ((flag as JsonObject)?.Find(RolloutFields.Waves)?.Value as JsonArray)?.Items
            .Select(wave => (wave as JsonObject)?.Find(ScheduleFields.Audience)?.Value)
            .OfType<JsonString>()
            .Select(name => name.Text) ?? [];
}
