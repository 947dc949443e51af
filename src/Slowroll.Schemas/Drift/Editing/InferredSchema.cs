using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>Declares in a schema what a config has and the schema doesn't: sections, flags and settings. Everything
/// else of the schema stays as it is.</summary>
internal sealed class InferredSchema
{
    private const string Definitions = "$defs";

    private readonly string _schema;
    private readonly JsonObject _root;
    private readonly JsonObject _sections;
    private readonly string _baseSchema;
    private readonly InferredType _types;
    private readonly List<(int Position, string Text)> _insertions = [];
    private readonly List<(string Section, string Key)> _flags = [];

    private InferredSchema(string schema, JsonObject root, JsonObject sections)
    {
        (_schema, _root, _sections) = (schema, root, sections);
        _baseSchema = BaseSchema.PathIn(schema);
        _types = new((root.Find(Definitions)?.Value as JsonObject)?.Members.Select(member => member.Name) ?? []);
    }

    /// <summary>The flags that were declared.</summary>
    public IReadOnlyList<(string Section, string Key)> Flags => _flags;

    /// <summary>Declares what is missing.</summary>
    /// <param name="schema">The schema's text.</param>
    /// <param name="config">The config.</param>
    /// <returns>Null if the schema can't be read, or has no <c>properties</c> for the sections.</returns>
    public static InferredSchema? Of(string schema, ConfigDocument config)
    {
        if (JsonText.Read(schema).Root is not JsonObject root || PropertiesOf(root, root) is not { } sections)
        {
            return null;
        }

        InferredSchema inferred = new(schema, root, sections);
        inferred.Declare(config);
        return inferred;
    }

    /// <summary>The schema's text with all that was declared.</summary>
    public override string ToString()
    {
        var text = _schema;
        foreach (var (position, inserted) in _insertions.OrderByDescending(insertion => insertion.Position))
        {
            text = text.Insert(position, inserted);
        }

        return text;
    }

    private void Declare(ConfigDocument config)
    {
        List<(string, JsonOutline)> added = [];
        if (config.Root?.Find(ScheduleFields.Settings) is not null
            && _sections.Find(ScheduleFields.Settings) is null)
        {
            added.Add((ScheduleFields.Settings, JsonOutline.Inline(
                ("$ref", JsonOutline.Text(BaseSchema.SettingsReferenceIn(_schema))))));
        }

        foreach (var section in config.Sections)
        {
            var flags = ((JsonObject)section.Value).Members.Where(flag => flag.Value is JsonObject && !flag.IsBroken);
            if (_sections.Find(section.Name)?.Value is not { } known)
            {
                var declared = flags.Select(flag => Declare(section.Name, flag)).ToArray();
                if (declared.Length > 0 && !section.IsBroken)
                {
                    added.Add((section.Name, JsonOutline.Object(
                        ("type", JsonOutline.Text("object")),
                        ("properties", JsonOutline.Object(declared)),
                        ("additionalProperties", JsonOutline.Raw("false")))));
                }
            }
            else if (PropertiesOf(known, _root) is { } properties)
            {
                Insert(properties, [.. flags.Where(flag => properties.Find(flag.Name) is null)
                    .Select(flag => Declare(section.Name, flag))]);
            }
        }

        Insert(_sections, added);
        if (_types.Definitions.Count == 0)
        {
            return;
        }

        if (_root.Find(Definitions)?.Value is JsonObject definitions)
        {
            Insert(definitions, _types.Definitions);
        }
        else
        {
            Insert(_root, [(Definitions, JsonOutline.Object([.. _types.Definitions]))]);
        }
    }

    private (string, JsonOutline) Declare(string section, JsonMember flag)
    {
        _flags.Add((section, flag.Name));
        var name = Identifier.Pascal(flag.Name);
        return (flag.Name, InferredFlag.Declare(
            (JsonObject)flag.Value, _baseSchema, name, name is null ? null : _types));
    }

    private void Insert(JsonObject target, IReadOnlyList<(string Name, JsonOutline Value)> members)
    {
        if (members.Count > 0)
        {
            _insertions.Add(JsonInsertion.Into(_schema, target, members));
        }
    }

    // The nearest object of properties, through references within the file.
    private static JsonObject? PropertiesOf(JsonNode schema, JsonObject root) =>
        new SchemaMerger(root, new ProblemList()).Read(schema).Find("properties") as JsonObject;
}
