using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Comparing;

/// <summary>A flag as one config has it, or doesn't have it.</summary>
internal sealed class FlagVersion
{
    private static readonly JsonDocumentOptions Reading =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ConfigDocument _config;

    /// <summary>Reads a flag of a config.</summary>
    public FlagVersion(ConfigDocument config, string section, string key)
    {
        _config = config;
        Flag = config.Find(section, key);
        if (Flag is null)
            return;

        DriftList problems = new();
        Rollout = ConfigRolloutReader.Read(Flag, type: null, problems);
        Fault = Rollout is null && problems.All is [var first, ..] ? first.Arguments[^1] : null;
        Stable = Fault is null ? (Flag.Member.Value as JsonObject)?.Find(RolloutFields.Stable)?.Value : null;
    }

    /// <summary>The flag; null where the config doesn't have it.</summary>
    public ConfigFlag? Flag { get; }

    /// <summary>Its rollout; null without one, and where it can't be read.</summary>
    public ConfigRollout? Rollout { get; }

    /// <summary>Why it can't be read, in a sentence; else null.</summary>
    public string? Fault { get; }

    /// <summary>The value <c>stable</c>; null where there is none that can be read.</summary>
    public JsonNode? Stable { get; }

    /// <summary>The value <c>new</c>; null without a rollout.</summary>
    public JsonNode? New => Rollout?.New;

    /// <summary>The flag's text; empty where there is none.</summary>
    public string Text => Flag is null ? "" : TextOf(Flag.Member.Value);

    /// <summary>The text of a value.</summary>
    public string TextOf(JsonNode node) => _config.Text.Substring(node.Range.Start, node.Range.Length);

    /// <summary>Whether a value of this version equals one of another, whatever their layout is.</summary>
    public bool AreEqual(JsonNode? own, FlagVersion other, JsonNode? its)
    {
        if (own is null || its is null)
            return false;

        var (text, otherText) = (TextOf(own), other.TextOf(its));
        if (text == otherText)
            return true;

        try
        {
            using var value = JsonDocument.Parse(text, Reading);
            using var otherValue = JsonDocument.Parse(otherText, Reading);
            return JsonElement.DeepEquals(value.RootElement, otherValue.RootElement);
        }
        catch (JsonException)
        {
            // Half a character: then only the text tells.
            return false;
        }
    }

    /// <summary>The names of the fields whose texts differ from those of another version.</summary>
    public IReadOnlyList<string> FieldsThatDiffer(FlagVersion other)
    {
        Dictionary<string, string> TextsOf(FlagVersion version) =>
            version.Flag?.Member.Value is JsonObject fields
                ? fields.Members.ToDictionary(field => field.Name, field => version.TextOf(field.Value))
                : [];

        var (own, its) = (TextsOf(this), TextsOf(other));
        return
        [
            .. own.Keys.Union(its.Keys).Where(name =>
                own.GetValueOrDefault(name) != its.GetValueOrDefault(name)),
        ];
    }
}
