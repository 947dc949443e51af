using System.Text;
using Slowroll.Documents;
using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>A config's text, read with positions.</summary>
internal sealed class ConfigDocument
{
    private readonly Lazy<ConfigPatterns> _patterns;
    private readonly Lazy<ConfigSettings> _settings;

    private ConfigDocument(string text, JsonReading json)
    {
        Text = text;
        Root = json.Root as JsonObject;
        Error = json.Error ?? (Root is null ? new(NoConfig.NoObject, json.Root!.Range) : null);
        _patterns = new(() => ConfigPatterns.In(this));
        _settings = new(() => ConfigSettingsReader.Read(this, new()));
    }

    /// <summary>The schema that the config names: the root's <c>$schema</c>.</summary>
    public string? Schema => (Root?.Find("$schema")?.Value as JsonString)?.Text;

    /// <summary>The place of that name; the first character if there is none.</summary>
    public TextRange SchemaRange => (Root?.Find("$schema")?.Value as JsonString)?.Range ?? default;

    /// <summary>Whether it is JSON, and an object.</summary>
    public bool IsReadable => Error is null;

    internal string Text { get; }

    internal JsonObject? Root { get; }

    internal JsonError? Error { get; }

    /// <summary>Reads a config. It doesn't throw, whatever the text is.</summary>
    /// <param name="text">The config's text.</param>
    /// <param name="encoding">How its bytes were read, which may be a guess; null if that isn't known.</param>
    public static ConfigDocument Read(string text, Encoding? encoding = null) =>
        new(text, TextEncoding.FaultOf(text, encoding) switch
        {
            { } fault =>
                Refused(fault.Kind is EncodingFaultKind.Utf16 ? NoConfig.Utf16 : NoConfig.NotUtf8, fault.Range),
            _ when string.IsNullOrWhiteSpace(text) => Refused(NoConfig.Empty, default),
            _ => Plainly(text, JsonText.ReadConfig(text)),
        });

    /// <summary>The sections that count, in the text's order: members that are objects.</summary>
    internal IEnumerable<JsonMember> Sections =>
        Root?.Members.Where(member => member is { Value: JsonObject, Name: not ScheduleFields.Settings }) ?? [];

    /// <summary>What the config says of all its flags, as far as it can be read.</summary>
    internal ConfigSettings Settings => _settings.Value;

    /// <summary>The flags of these sections.</summary>
    internal IEnumerable<ConfigFlag> Flags =>
        Sections.SelectMany(section => ((JsonObject)section.Value).Members.Select(flag => FlagOf(section.Name, flag)));

    internal ConfigFlag? Find(string section, string key) =>
        section != ScheduleFields.Settings
            && Root?.Find(section)?.Value is JsonObject flags
            && flags.Find(key) is { } flag ? FlagOf(section, flag) : null;

    internal ConfigFlag FlagOf(string section, JsonMember flag) => new(section, flag) { Config = this };

    /// <summary>Why a pattern exceeds what all patterns of the config may cost together; null if it
    /// doesn't.</summary>
    internal string? RefusalOf(JsonString pattern) => _patterns.Value.RefusalOf(pattern);

    private static JsonReading Refused(string why, TextRange at) => new(null, new(why, at));

    // The JSON reader only gives the character at which it stopped.
    private static JsonReading Plainly(string text, JsonReading json) =>
        json.Error is not { } error ? json : text.TrimStart() switch
        {
            ['<', ..] => new(null, error with { Message = NoConfig.Html }),
            _ when TextEncoding.LooksLikeUtf16(text) => new(null, error with { Message = NoConfig.Utf16 }),
            _ => json,
        };
}

/// <summary>A flag in a config.</summary>
/// <param name="Section">Its section's name.</param>
/// <param name="Member">Its name and its rollout, in the text.</param>
internal sealed record ConfigFlag(string Section, JsonMember Member)
{
    public string Key => Member.Name;

    /// <summary>The config; null for a rollout that is in none, such as a schema's default.</summary>
    public ConfigDocument? Config { get; init; }

    /// <summary>Both names, for a message.</summary>
    public string Path => MessageText.Flag(Section, Key);

    public TextRange NameRange => Member.NameRange;

    /// <summary>Why a pattern of it exceeds what all patterns of its config may cost together; null if it
    /// doesn't.</summary>
    public string? RefusalOf(JsonString pattern) => Config?.RefusalOf(pattern);
}
