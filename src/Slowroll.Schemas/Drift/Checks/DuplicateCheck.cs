using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds names that are given twice in an object, at any depth.</summary>
internal static class DuplicateCheck
{
    public static void Check(JsonNode node, DriftList problems)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array.Items)
                {
                    Check(item, problems);
                }

                break;
            case JsonObject value:
                CheckNames(value, problems);
                foreach (var member in value.AllMembers)
                {
                    Check(member.Value, problems);
                }

                break;
        }
    }

    private static void CheckNames(JsonObject value, DriftList problems)
    {
        if (value.AllMembers.All(member => ReferenceEquals(value.Find(member.Name), member)))
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in value.AllMembers.Where(member => !member.IsBroken && !seen.Add(member.Name)))
        {
            problems.Add(DriftRules.DuplicateName, member.NameRange, MessageText.Of(member.Name));
        }
    }
}
