using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>Merges what a schema says about a value, through <c>$ref</c> and <c>allOf</c>.</summary>
internal sealed class SchemaMerger
{
    private readonly JsonNode _root;
    private readonly ProblemList _problems;
    private readonly KeywordCheck _keywords;

    // Thousands of flags refer to the same few places.
    private readonly Dictionary<string, SchemaReference> _references = new(StringComparer.Ordinal);

    // The objects on the way to the current one: coming back to one of these is a circle; reaching another one twice
    // isn't.
    private readonly List<JsonNode> _path = [];

    public SchemaMerger(JsonNode root, ProblemList problems)
    {
        _root = root;
        _problems = problems;
        _keywords = new(problems, Patterns);
    }

    /// <summary>The regular expressions of the schema.</summary>
    public SchemaPatterns Patterns { get; } = new();

    public MergedSchema Read(JsonNode schema)
    {
        MergedSchema merged = new();
        Gather(schema, merged);
        return merged;
    }

    /// <summary>The definition of a schema that is only a reference, and its name; else the schema itself and the
    /// given name.</summary>
    public (JsonNode Definition, string Name) DefinitionOf(JsonNode schema, string name)
    {
        for (var steps = 0; steps < JsonText.MaxDepth; steps++)
        {
            if (schema is not JsonObject json
                || json.Find("$ref")?.Value is not JsonString reference
                || json.Find("properties") is not null
                || Resolve(reference).Target is not { } target)
            {
                break;
            }

            (schema, name) = (target, reference.Text.Substring(reference.Text.LastIndexOf('/') + 1));
        }

        return (schema, name);
    }

    private void Gather(JsonNode schema, MergedSchema merged)
    {
        // true and false have no keywords
        if (schema is not JsonObject layer || !merged.TryAdd(layer))
        {
            return;
        }

        _keywords.Check(layer);
        _path.Add(layer);
        if (layer.Find("$ref")?.Value is { } reference)
        {
            Follow(reference, merged);
        }

        if (layer.Find("allOf")?.Value is JsonArray all)
        {
            foreach (var part in all.Items)
            {
                Gather(part, merged);
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void Follow(JsonNode node, MergedSchema merged)
    {
        var reference = Resolve(node);
        var broken = reference.Broken
            ?? (reference.Target is { } met && _path.Contains(met)
                ? "it leads in a circle; give one of its links a type"
                : null)
            ?? (_path.Count > JsonText.MaxDepth
                ? $"it is a chain of more than {JsonText.MaxDepth} links; refer to its end"
                : null);
        if (broken is not null)
        {
            merged.Break();
            _problems.Add(SchemaRules.BadReference, node.Range, MessageText.Json(node), broken);
        }
        else if (reference.Form is { } form)
        {
            merged.Add(form);
        }
        else if (reference.Target is { } target)
        {
            Gather(target, merged);
        }
    }

    private SchemaReference Resolve(JsonNode node)
    {
        if (node is not JsonString { Text: var text })
        {
            return SchemaReference.NoText;
        }

        if (!_references.TryGetValue(text, out var reference))
        {
            _references.Add(text, reference = SchemaReference.Resolve(text, _root));
        }

        return reference;
    }
}
