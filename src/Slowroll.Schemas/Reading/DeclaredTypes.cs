using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>The enums and records of a schema. One that many flags refer to is declared once, by the name of its definition.</summary>
internal sealed class DeclaredTypes(string holder, PlaceReader places, ProblemList problems)
{
    private readonly Dictionary<JsonNode, ValueType> _known = [];
    private readonly Dictionary<string, string> _pathsByName = new(StringComparer.Ordinal);
    private readonly List<DeclaredType> _declared = [];
    private readonly ValueLimits _limits = new(places);

    public EquatableArray<DeclaredType> ToArray() => new([.. _declared]);

    /// <summary>An enum of the strings in a list.</summary>
    /// <param name="path">The flag, for a message.</param>
    /// <param name="definition">What makes it the same type again.</param>
    /// <param name="name">The name that it has for want of another.</param>
    /// <param name="place">What the schema says about it.</param>
    /// <param name="texts">Its values.</param>
    public ValueType? Enum(string path, JsonNode definition, string name, SchemaPlace place, JsonArray texts)
    {
        if (_known.TryGetValue(definition, out var known))
        {
            return known;
        }

        Dictionary<string, string> textsByName = new(StringComparer.Ordinal);
        List<EnumMember> members = [];
        foreach (var item in texts.Items.Where(item => item is not JsonNull))
        {
            if (item is not JsonString { Text: var text })
            {
                return Refused(path, item.Range, $"its \"enum\" has {JsonText.Write(item)} among values of another kind; list strings, numbers or booleans alone, or leave the \"enum\" out");
            }

            var member = text is "" ? "Empty" : Identifier.Pascal(text);
            if (member is null)
            {
                return Refused(path, item.Range, $"no C# name can be made of its value {JsonText.Write(item)}; an enum has strings with letters or digits in them");
            }

            if (textsByName.TryGetValue(member, out var twin))
            {
                return Refused(path, item.Range, $"its values {CSharpText.Quote(twin)} and {JsonText.Write(item)} are both {member} in C#; rename one, or leave the \"enum\" out");
            }

            textsByName.Add(member, text);
            members.Add(new(text, member));
        }

        if (members.Count == 0)
        {
            return Refused(path, texts.Range, "its \"enum\" has no value; list the values that the flag can have");
        }

        return Name(path, definition, name, place) is not { } typeName
            ? null
            : Declare(definition, new EnumDeclaration
            {
                Name = typeName,
                Members = new([.. members]),
                Description = place.Description,
                Examples = place.Examples,
                IsDeprecated = place.IsDeprecated,
            }, declaration => new EnumType(holder, declaration));
    }

    /// <summary>A record of the properties of an object.</summary>
    /// <param name="path">As for <see cref="Enum"/>.</param>
    /// <param name="definition">As for <see cref="Enum"/>.</param>
    /// <param name="name">As for <see cref="Enum"/>.</param>
    /// <param name="place">As for <see cref="Enum"/>.</param>
    /// <param name="readMember">Reads a member's type, given the name that it has for want of another.</param>
    public ValueType? Record(
        string path, JsonNode definition, string name, SchemaPlace place, Func<JsonMember, string, ValueType?> readMember)
    {
        if (_known.TryGetValue(definition, out var known))
        {
            return known;
        }

        return Name(path, definition, name, place) is { } typeName && Members(path, typeName, place, readMember) is { } members
            ? Declare(definition, new RecordDeclaration
            {
                Name = typeName,
                Members = new([.. members.Select(member => member.Member)]),
                Description = place.Description,
                Examples = place.Examples,
                IsDeprecated = place.IsDeprecated,
            }, declaration => new RecordType(holder, declaration, new([.. members.Select(member => member.Type)])))
            : null;
    }

    private List<(RecordMember Member, ValueType Type)>? Members(
        string path, string typeName, SchemaPlace place, Func<JsonMember, string, ValueType?> readMember)
    {
        var required = place.Find("required") is JsonArray { Items: var names }
            ? names.OfType<JsonString>().Select(name => name.Text).ToList()
            : [];
        if (required.FirstOrDefault(name => place.Property(name) is null) is { } unknown)
        {
            Refused(path, place.Find("required")!.Range, $"it requires {CSharpText.Quote(unknown)}, which is none of its \"properties\"; add it there");
            return null;
        }

        List<(RecordMember Member, ValueType Type)> members = [];
        foreach (var property in place.Properties)
        {
            var name = Identifier.Pascal(property.Name) is { } pascal ? ReservedNames.ForMember(pascal, typeName) : null;
            var twin = members.FirstOrDefault(member => member.Member.Name == name).Member;
            if (name is null || twin is not null)
            {
                Refused(path, property.NameRange, name is null
                    ? $"no C# name can be made of its member {CSharpText.Quote(property.Name)}"
                    : $"its members {CSharpText.Quote(twin!.Key)} and {CSharpText.Quote(property.Name)} are both {name} in C#");
                return null;
            }

            if (readMember(property, typeName + name) is not { } type)
            {
                return null;
            }

            var about = places.Read(property.Value);
            var isRequired = required.Contains(property.Name);
            var @default = about.Find("default");
            if (@default is not null && type.FindMisfit(@default) is { } misfit)
            {
                problems.Add(SchemaRules.WrongDefault, misfit.Part.Range, path, $"{CSharpText.Quote(property.Name + misfit.Path)} must be {misfit.Wanted}");
                return null;
            }

            if (@default is not null && _limits.FindBroken(property.Value, @default) is { } broken)
            {
                problems.Add(SchemaRules.WrongDefault, broken.Range, path, $"the schema says {broken.Said} of {CSharpText.Quote(property.Name)}");
                return null;
            }

            // Without a value and without a default there is only null.
            var declared = isRequired || @default is not null || type is NullableType or AnyJsonType ? type : new NullableType(type);
            members.Add((new()
            {
                Key = property.Name,
                Name = name,
                TypeName = declared.CSharpName,
                Reader = declared.Reader,
                IsRequired = isRequired,
                Default = @default is null || isRequired ? null : type.Express(@default),
                Description = about.Description,
                Examples = about.Examples,
                IsDeprecated = about.IsDeprecated,
            }, declared));
        }

        return members;
    }

    private string? Name(string path, JsonNode definition, string name, SchemaPlace place)
    {
        var wanted = place.FindOwn("name");
        var chosen = wanted is JsonString { Text: var text } && Identifier.IsPascal(text) ? text : wanted is null ? Identifier.Pascal(name) : null;
        if (chosen is null)
        {
            problems.Add(
                SchemaRules.NoIdentifier,
                wanted?.Range ?? definition.Range,
                wanted is null ? CSharpText.Quote(name) : JsonText.Write(wanted),
                "give the type one: \"x-slowroll\": { \"name\": \"PascalCase\" }");
            return null;
        }

        chosen = ReservedNames.ForType(chosen);
        if (_pathsByName.TryGetValue(chosen, out var other))
        {
            Refused(path, definition.Range, $"its type would be {chosen}, as that of {other} is; put one definition into \"$defs\" for both, or name one with \"x-slowroll\": {{ \"name\": \"AnotherName\" }}");
            return null;
        }

        _pathsByName.Add(chosen, path);
        return chosen;
    }

    private ValueType Declare<T>(JsonNode definition, T declaration, Func<T, ValueType> type) where T : DeclaredType
    {
        _declared.Add(declaration);
        return _known[definition] = type(declaration);
    }

    private ValueType? Refused(string path, TextRange range, string reason)
    {
        problems.Add(SchemaRules.UnsupportedType, range, path, reason);
        return null;
    }
}
