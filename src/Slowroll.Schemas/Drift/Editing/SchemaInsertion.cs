using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>The text that a fix inserts into a schema to declare a flag, or the settings of a
/// config.</summary>
/// <param name="Position">Where, in UTF-16 characters.</param>
/// <param name="Text">What, in the style of the file.</param>
internal sealed record SchemaInsertion(int Position, string Text)
{
    /// <summary>Declares a flag, with the type that its values have and its <c>stable</c> as the default.</summary>
    /// <param name="schema">The schema's text.</param>
    /// <param name="section">The flag's section; it is declared too if the schema doesn't have it.</param>
    /// <param name="key">The flag's name.</param>
    /// <param name="config">The text of the config that has the flag.</param>
    /// <returns>Null if the schema has no place for it, declares it already or can't be read, or if the config
    /// doesn't have the flag.</returns>
    public static SchemaInsertion? Declare(string schema, string section, string key, string config) =>
        ConfigDocument.Read(config).Find(section, key)?.Member.Value is JsonObject rollout
            ? Declare(schema, section, [new(key, default, rollout)])
            : null;

    /// <summary>Declares a section that the schema doesn't have, with all its flags.</summary>
    /// <param name="schema">The schema's text.</param>
    /// <param name="section">The section.</param>
    /// <param name="config">The text of the config that has the section.</param>
    /// <returns>As for a flag.</returns>
    public static SchemaInsertion? Declare(string schema, string section, string config) =>
        ConfigDocument.Read(config).Root?.Find(section)?.Value is JsonObject flags
            ? Declare(schema, section, [.. flags.Members.Where(flag => flag.Value is JsonObject)])
            : null;

    /// <summary>Declares the settings of a config.</summary>
    /// <param name="schema">The schema's text.</param>
    /// <returns>Null if the schema has no place for them, declares them already or can't be read.</returns>
    public static SchemaInsertion? DeclareSettings(string schema)
    {
        if (JsonText.Read(schema).Root is not JsonObject root
            || PropertiesOf(root, root) is not { } sections
            || new SchemaMerger(root, new ProblemList()).Read(root).Property(ScheduleFields.Settings) is not null)
        {
            return null;
        }

        var reference = JsonOutline.Inline(("$ref", JsonOutline.Text(BaseSchema.SettingsReferenceIn(schema))));
        return Into(schema, sections, [(ScheduleFields.Settings, reference)]);
    }

    private static SchemaInsertion? Declare(string schema, string section, IReadOnlyList<JsonMember> flags)
    {
        if (flags.Count == 0
            || JsonText.Read(schema).Root is not JsonObject root
            || PropertiesOf(root, root) is not { } sections)
        {
            return null;
        }

        var baseSchema = BaseSchema.PathIn(schema);
        IEnumerable<(string, JsonOutline)> Declared(IEnumerable<JsonMember> flags) =>
            flags.Select(flag => (flag.Name, InferredFlag.Declare((JsonObject)flag.Value, baseSchema)));

        // The section may have been declared for another config, with other flags.
        if (sections.Find(section)?.Value is { } known)
        {
            return PropertiesOf(known, root) is { } properties
                && flags.Where(flag => properties.Find(flag.Name) is null).ToList() is { Count: > 0 } missing
                ? Into(schema, properties, Declared(missing))
                : null;
        }

        var body = JsonOutline.Object(
            ("type", JsonOutline.Text("object")),
            ("properties", JsonOutline.Object([.. Declared(flags)])),
            ("additionalProperties", JsonOutline.Raw("false")));
        return Into(schema, sections, [(section, body)]);
    }

    private static SchemaInsertion Into(
        string schema, JsonObject target, IEnumerable<(string Name, JsonOutline Value)> members)
    {
        var (position, text) = JsonInsertion.Into(schema, target, members);
        return new(position, text);
    }

    // The nearest object of properties, through references within the file.
    private static JsonObject? PropertiesOf(JsonNode schema, JsonObject root) =>
        new SchemaMerger(root, new ProblemList()).Read(schema).Find("properties") as JsonObject;
}
