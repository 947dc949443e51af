using Slowroll.Grammar;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>Makes the declaration of a flag from its rollout.</summary>
internal static class InferredFlag
{
    /// <summary>The declaration of a flag. What is neither a scalar nor null gets no type without
    /// <paramref name="types"/>.</summary>
    /// <param name="rollout">The flag.</param>
    /// <param name="baseSchema">The path of the base schema.</param>
    /// <param name="name">The name of a record that the flag needs.</param>
    /// <param name="types">Infers records and lists; null for none.</param>
    public static JsonOutline Declare(
        JsonObject rollout, string baseSchema, string? name = null, InferredType? types = null)
    {
        JsonNode[] values = [.. new[] { RolloutFields.Stable, RolloutFields.New }
            .Select(field => rollout.Find(field)?.Value)
            .OfType<JsonNode>()];
        JsonNode[] known = [.. values.Where(value => value is not JsonNull)];
        var isNullable = known.Length < values.Length;
        var (type, format) = InferredType.Scalar(known);

        var @default = ("default", JsonOutline.Inline(
            ("stable", JsonOutline.Raw(values.Length == 0 ? "null" : JsonText.Write(values[0])))));
        var typed = type is null && name is null ? null
            : type is not null && !isNullable && format is null ? null
            : (types ?? new([])).Of(values, name ?? "");
        if (typed is null)
        {
            return JsonOutline.Object(("$ref", JsonOutline.Text($"{baseSchema}#/$defs/{type ?? "rollout"}")), @default);
        }

        return JsonOutline.Object(
            ("allOf", JsonOutline.Raw($$"""[{ "$ref": "{{baseSchema}}#/$defs/rollout" }]""")),
            ("properties", JsonOutline.Object((RolloutFields.Stable, typed), (RolloutFields.New, typed))),
            @default);
    }
}
