using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift;

/// <summary>A config's text, read with positions.</summary>
public sealed class ConfigDocument
{
    private ConfigDocument(string text, JsonReading json)
    {
        Text = text;
        Root = json.Root as JsonObject;
        Error = json.Error ?? (Root is null
            ? new("The root is no object. A config is an object of sections.", json.Root!.Range)
            : null);
    }

    /// <summary>What the config calls its schema: the root's <c>$schema</c>.</summary>
    public string? Schema => (Root?.Find("$schema")?.Value as JsonString)?.Text;

    /// <summary>Where it says so; its first character if it doesn't.</summary>
    public TextRange SchemaRange => (Root?.Find("$schema")?.Value as JsonString)?.Range ?? default;

    /// <summary>Whether it is JSON, and an object.</summary>
    public bool IsReadable => Error is null;

    internal string Text { get; }

    internal JsonObject? Root { get; }

    internal JsonError? Error { get; }

    /// <summary>Reads a config. It never throws for what the text holds.</summary>
    /// <param name="text">The config's text.</param>
    public static ConfigDocument Read(string text) => new(text, string.IsNullOrWhiteSpace(text)
        ? new(null, new("The config is empty. A config is a JSON object of sections.", default))
        : JsonText.Read(text));

    /// <summary>The sections that count, in the text's order; what is no object is none.</summary>
    internal IEnumerable<JsonMember> Sections => Root?.Members.Where(member => member.Value is JsonObject) ?? [];

    /// <summary>The flags of these sections.</summary>
    internal IEnumerable<ConfigFlag> Flags =>
        Sections.SelectMany(section => ((JsonObject)section.Value).Members.Select(flag => new ConfigFlag(section.Name, flag)));

    internal ConfigFlag? Find(string section, string key) =>
        Root?.Find(section)?.Value is JsonObject flags && flags.Find(key) is { } flag ? new(section, flag) : null;
}

/// <summary>A flag in a config.</summary>
/// <param name="Section">Its section's name.</param>
/// <param name="Member">Its name and its rollout, in the text.</param>
internal sealed record ConfigFlag(string Section, JsonMember Member)
{
    public string Key => Member.Name;

    public string Path => $"{Section}.{Key}";

    public TextRange NameRange => Member.NameRange;
}
