using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>The way to a value in an object of a config, such as <c>waves[0].freezes[1].until</c>.</summary>
/// <param name="Steps">Names of members, and places in lists.</param>
internal sealed record FieldPath(params IReadOnlyList<object> Steps)
{
    /// <summary>The value at the end of the way; null if there is none.</summary>
    public JsonNode? Find(JsonNode? from) => Steps.Aggregate(from, Next);

    /// <summary>Where the field begins: its name, or an item of a list.</summary>
    public int? PlaceIn(JsonNode? from) =>
        Steps.Take(Steps.Count - 1).Aggregate(from, Next) is JsonObject owner && Steps[^1] is string name
            ? owner.Find(name)?.NameRange.Start
            : Find(from)?.Range.Start;

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Steps.Select((step, at) => step is int index ? $"[{index}]"
        : at == 0 ? MessageText.Of((string)step)
        : $".{MessageText.Of((string)step)}"));

    private static JsonNode? Next(JsonNode? node, object step) => step is int index
        ? (node as JsonArray)?.Items.ElementAtOrDefault(index)
        : (node as JsonObject)?.Find((string)step)?.Value;
}
