using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>The enums and records of a schema. A type that many flags refer to is declared once, with the name of its
/// definition.</summary>
/// <param name="holder">The C# type that will contain them, fully qualified.</param>
/// <param name="problems">Collects what is wrong with their names.</param>
internal sealed class DeclaredTypes(string holder, ProblemList problems)
{
    private readonly Dictionary<JsonNode, ValueType> _known = [];
    private readonly Dictionary<string, string> _pathsByName = new(StringComparer.Ordinal);
    private readonly List<DeclaredType> _declared = [];
    private readonly List<TextRange> _places = [];

    public string Holder => holder;

    public EquatableArray<DeclaredType> ToArray() => new([.. _declared]);

    /// <summary>Where each of them is defined.</summary>
    public EquatableArray<TextRange> Places() => new([.. _places]);

    /// <summary>The type of a definition that was read before, or null.</summary>
    public ValueType? Find(JsonNode definition) => _known.TryGetValue(definition, out var known) ? known : null;

    /// <summary>The type's C# name, which is taken from now on; null after a problem was reported.</summary>
    public string? Name(TypeSource source)
    {
        var wanted = source.Schema.FindOwn("name");
        var chosen = wanted is JsonString { Text: var text } && Identifier.IsPascal(text)
            ? text
            : wanted is null ? Identifier.Pascal(source.Name) : null;
        if (chosen is null)
        {
            problems.Add(
                SchemaRules.NoIdentifier,
                wanted?.Range ?? source.Definition.Range,
                wanted is null ? MessageText.Quote(source.Name) : MessageText.Json(wanted),
                "give the type one: \"x-slowroll\": { \"name\": \"PascalCase\" }");
            return null;
        }

        chosen = ReservedNames.ForType(chosen);
        if (_pathsByName.TryGetValue(chosen, out var other))
        {
            problems.AddUnsupportedType(source.Path, source.Definition.Range,
                $"its type would have the name {MessageText.Of(chosen)}, like that of {other}; put one definition "
                    + $"into \"$defs\" for both, or name one with \"x-slowroll\": {{ \"name\": \"AnotherName\" }}");
            return null;
        }

        _pathsByName.Add(chosen, source.Path);
        return chosen;
    }

    public ValueType Add(TypeSource source, DeclaredType declaration, ValueType type)
    {
        _declared.Add(declaration);
        _places.Add(source.Definition.Range);
        return _known[source.Definition] = type;
    }
}
