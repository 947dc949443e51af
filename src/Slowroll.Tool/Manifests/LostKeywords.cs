using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Manifests;

/// <summary>Finds the keywords of a schema that limit values: a manifest has none of them.</summary>
internal static class LostKeywords
{
    private static readonly HashSet<string> Limits = new(
        [
            "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
            "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "const",
        ],
        StringComparer.Ordinal);

    /// <summary>Notes each of them, and defaults of members.</summary>
    public static void Note(JsonNode? schema, ManifestNotes notes) => Visit(schema, notes, isNames: false);

    private static void Visit(JsonNode? node, ManifestNotes notes, bool isNames)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.Items)
                Visit(item, notes, isNames: false);
        }

        foreach (var member in (node as JsonObject)?.Members ?? [])
        {
            if (!isNames && Limits.Contains(member.Name))
                notes.Warn(member.NameRange, $"A manifest has no '{MessageText.Of(member.Name)}'.");
            else if (!isNames && member.Name == "default" && member.Value is not JsonObject)
                notes.Warn(member.NameRange, "A manifest has no defaults of members.");
            else if (isNames || member.Name is not ("default" or "examples" or "enum"))
                Visit(member.Value, notes, !isNames && (member.Name is "properties" or "$defs"));
        }
    }
}
