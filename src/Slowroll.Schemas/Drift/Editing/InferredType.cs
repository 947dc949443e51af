using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>Finds the narrowest type that some JSON values have in common.</summary>
/// <param name="definitions">The names of <c>"$defs"</c> that are taken.</param>
internal sealed class InferredType(IEnumerable<string> definitions)
{
    // A type of deeper values would have names that nobody can read.
    private const int MostLevels = 4;

    // The narrowest type comes first.
    private static readonly (string Type, string? Format)[] Candidates =
        [("boolean", null), ("string", null), ("integer", null), ("integer", "int64"), ("number", null)];

    private readonly HashSet<string> _taken = new(definitions, StringComparer.Ordinal);
    private readonly List<(string Name, JsonOutline Schema)> _added = [];

    /// <summary>The definitions of records that were inferred.</summary>
    public IReadOnlyList<(string Name, JsonOutline Schema)> Definitions => _added;

    /// <summary>The scalar type of values; the type is null where they have none in common.</summary>
    public static (string? Type, string? Format) Scalar(IReadOnlyCollection<JsonNode> values) =>
        values.Count == 0 ? default : Candidates.FirstOrDefault(candidate =>
            KnownTypes.Find(candidate.Type, candidate.Format) is { } fitting
                && values.All(value => fitting.Express(value) is not null));

    /// <summary>The schema of some values; null where they have no type in common that a class can have.</summary>
    /// <param name="values">The values.</param>
    /// <param name="name">The name of the type, if it becomes a definition.</param>
    public JsonOutline? Of(IReadOnlyCollection<JsonNode> values, string name) => Of(values, name, level: 0);

    private JsonOutline? Of(IReadOnlyCollection<JsonNode> values, string name, int level)
    {
        JsonNode[] known = [.. values.Where(value => value is not JsonNull)];
        var isNullable = known.Length < values.Count;
        if (known.Length == 0 || level == MostLevels)
        {
            return null;
        }

        if (Scalar(known) is { Type: { } type, Format: var format })
        {
            return JsonOutline.Inline(
            [
                ("type", TypeOf(type, isNullable)),
                .. format is null ? Array.Empty<(string, JsonOutline)>() : [("format", JsonOutline.Text(format))],
            ]);
        }

        // A record and a list can't be null here: the schema would need a type of its own for that.
        return isNullable ? null
            : known.All(value => value is JsonArray) ? ListOf([.. known.Cast<JsonArray>()], name, level)
            : known.All(value => value is JsonObject) ? RecordOf([.. known.Cast<JsonObject>()], name, level)
            : null;
    }

    private static JsonOutline TypeOf(string type, bool isNullable) =>
        isNullable ? JsonOutline.Raw($"[\"{type}\", \"null\"]") : JsonOutline.Text(type);

    private JsonOutline? ListOf(IReadOnlyList<JsonArray> lists, string name, int level) =>
        Of([.. lists.SelectMany(list => list.Items)], $"{name}Item", level + 1) is { } items
            ? JsonOutline.Inline(("type", JsonOutline.Text("array")), ("items", items))
            : null;

    private JsonOutline? RecordOf(IReadOnlyList<JsonObject> objects, string name, int level)
    {
        string[] names = [.. objects.SelectMany(each => each.Members.Select(member => member.Name)).Distinct()];
        var pascal = names.Select(Identifier.Pascal).ToList();
        if (names.Length == 0 || pascal.Contains(null) || pascal.Distinct().Count() < names.Length)
        {
            return null;
        }

        List<(string, JsonOutline)> properties = [];
        for (var i = 0; i < names.Length; i++)
        {
            var values = objects.Select(each => each.Find(names[i])?.Value).OfType<JsonNode>().ToList();
            if (Of(values, name + pascal[i], level + 1) is not { } type)
            {
                return null;
            }

            properties.Add((names[i], type));
        }

        var required = names.Where(member => objects.All(each => each.Find(member) is not null));
        var definition = Unused(name);
        _added.Add((definition, JsonOutline.Object(
            ("type", JsonOutline.Text("object")),
            ("required", JsonOutline.Raw($"[{string.Join(", ", required.Select(JsonText.Quote))}]")),
            ("properties", JsonOutline.Object([.. properties])))));
        return JsonOutline.Inline(("$ref", JsonOutline.Text($"#/$defs/{definition}")));
    }

    private string Unused(string name)
    {
        var unused = name;
        for (var number = 2; !_taken.Add(unused); number++)
        {
            unused = $"{name}{number}";
        }

        return unused;
    }
}
