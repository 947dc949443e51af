using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>Makes the declaration of a flag from its rollout.</summary>
internal static class InferredFlag
{
    // The narrowest type comes first.
    private static readonly (string Type, string? Format)[] Candidates =
        [("boolean", null), ("string", null), ("integer", null), ("integer", "int64"), ("number", null)];

    public static JsonOutline Declare(JsonObject rollout, string baseSchema)
    {
        JsonNode[] values = [.. new[] { RolloutFields.Stable, RolloutFields.New }
            .Select(field => rollout.Find(field)?.Value)
            .OfType<JsonNode>()];
        JsonNode[] known = [.. values.Where(value => value is not JsonNull)];
        var isNullable = known.Length < values.Length;
        var (type, format) = known.Length == 0 ? default : Candidates.FirstOrDefault(candidate =>
            KnownTypes.Find(candidate.Type, candidate.Format) is { } fitting
                && known.All(value => fitting.Express(value) is not null));

        var @default = ("default", JsonOutline.Inline(
            ("stable", JsonOutline.Raw(values.Length == 0 ? "null" : JsonText.Write(values[0])))));
        if (type is null || (!isNullable && format is null))
        {
            return JsonOutline.Object(("$ref", JsonOutline.Text($"{baseSchema}#/$defs/{type ?? "rollout"}")), @default);
        }

        var typed = JsonOutline.Inline(
        [
            ("type", isNullable ? JsonOutline.Raw($"[\"{type}\", \"null\"]") : JsonOutline.Text(type)),
            .. format is null ? Array.Empty<(string, JsonOutline)>() : [("format", JsonOutline.Text(format))],
        ]);
        return JsonOutline.Object(
            ("allOf", JsonOutline.Raw($$"""[{ "$ref": "{{baseSchema}}#/$defs/rollout" }]""")),
            ("properties", JsonOutline.Object((RolloutFields.Stable, typed), (RolloutFields.New, typed))),
            @default);
    }
}
