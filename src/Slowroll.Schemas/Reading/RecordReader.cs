using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Reads the properties of an object as a record.</summary>
/// <param name="declared">The types that were read so far.</param>
/// <param name="merger">Reads what the schema says about a member.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RecordReader(DeclaredTypes declared, SchemaMerger merger, ProblemList problems)
{
    private readonly ValueLimits _limits = new(merger);

    /// <summary>The record, or null after a problem was reported.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="readType">Reads a member's type, given the name that it has unless the schema gives one.</param>
    public ValueType? Read(TypeSource source, Func<JsonMember, string, ValueType?> readType)
    {
        if (declared.Find(source.Definition) is { } known)
        {
            return known;
        }

        if (RequiresMore(source)
            || declared.Name(source) is not { } name
            || Members(source, name, readType) is not { } members)
        {
            return null;
        }

        RecordDeclaration declaration = new()
        {
            Name = name,
            Members = new([.. members.Select(member => member.Member)]),
            Description = source.Schema.Description,
            Examples = source.Schema.Examples,
            IsDeprecated = source.Schema.IsDeprecated,
        };
        return declared.Add(source, declaration, new RecordType(
            declared.Holder, declaration, new([.. members.Select(member => member.Type)]), IsOpen(source.Schema)));
    }

    // A schema that describes other members allows them.
    private static bool IsOpen(MergedSchema merged) =>
        merged.Find("additionalProperties") is not (null or JsonBoolean { Value: false })
            || merged.Find("patternProperties") is not null;

    // A record without that member couldn't check whether it is present.
    private bool RequiresMore(TypeSource source)
    {
        if (Required(source.Schema).FirstOrDefault(name => source.Schema.Property(name.Text) is null)
            is not { } unknown)
        {
            return false;
        }

        var meant = NearestName.Of(unknown.Text, source.Schema.Properties.Select(property => property.Name))
            .FirstOrDefault();
        problems.AddUnsupportedType(source.Path, unknown.Range,
            $"it requires {MessageText.Quote(unknown.Text)}, which is none of its \"properties\"; add it "
                + $"there{(meant is null ? "" : $", or write {MessageText.Quote(meant)}")}");
        return true;
    }

    private List<(RecordMember Member, ValueType Type)>? Members(
        TypeSource source, string typeName, Func<JsonMember, string, ValueType?> readType)
    {
        HashSet<string> required = new(Required(source.Schema).Select(name => name.Text), StringComparer.Ordinal);
        Dictionary<string, string> keysByName = new(StringComparer.Ordinal);
        List<(RecordMember Member, ValueType Type)> members = [];
        foreach (var property in source.Schema.Properties)
        {
            if (Name(source.Path, property, typeName, keysByName) is not { } name
                || readType(property, typeName + name) is not { } type
                || Member(source.Path, property, name, type, required.Contains(property.Name)) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return members;
    }

    private string? Name(string path, JsonMember property, string typeName, Dictionary<string, string> keysByName)
    {
        var name = Identifier.Pascal(property.Name) is { } pascal ? ReservedNames.ForMember(pascal, typeName) : null;
        var refused = name is null ? $"no C# name can be made of its member {MessageText.Quote(property.Name)}"
            : keysByName.TryGetValue(name, out var twin)
                ? $"its members {MessageText.Quote(twin)} and {MessageText.Quote(property.Name)} are "
                    + $"both {MessageText.Of(name!)} in C#"
            : null;
        if (refused is not null)
        {
            problems.AddUnsupportedType(path, property.NameRange, refused);
            return null;
        }

        keysByName.Add(name!, property.Name);
        return name;
    }

    private (RecordMember Member, ValueType Type)? Member(
        string path, JsonMember property, string name, ValueType type, bool isRequired)
    {
        var about = merger.Read(property.Value);
        var @default = about.Find("default");
        if (@default is not null && type.FindMismatch(@default) is { } mismatch)
        {
            problems.Add(SchemaRules.WrongDefault, mismatch.Range, path,
                $"{MessageText.Quote(property.Name + mismatch.Path)} must be {mismatch.Wanted}");
            return null;
        }

        if (@default is not null && type.FindMisspelled(@default).FirstOrDefault() is { } misspelled)
        {
            problems.Add(SchemaRules.WrongDefault, misspelled.Member.NameRange, path,
                $"the schema says {MessageText.Quote(misspelled.Suggestion)}, "
                    + $"not {MessageText.Quote(misspelled.Member.Name)}, in {MessageText.Quote(property.Name)}");
            return null;
        }

        if (@default is not null && _limits.FindBroken(property.Value, @default) is { } broken)
        {
            problems.Add(SchemaRules.WrongDefault, broken.Range, path,
                $"the schema says {broken.Said} of {MessageText.Quote(property.Name)}");
            return null;
        }

        // Without a value and a default, the member is null.
        var declaredType = isRequired || @default is not null || type is NullableType or AnyJsonType
            ? type
            : new NullableType(type);
        return (new()
        {
            Key = property.Name,
            Name = name,
            TypeName = declaredType.CSharpName,
            Reader = declaredType.Reader,
            IsRequired = isRequired,
            Default = @default is null || isRequired ? null : type.Express(@default),
            Description = about.Description,
            Examples = about.Examples,
            IsDeprecated = about.IsDeprecated,
        }, declaredType);
    }

    private static IEnumerable<JsonString> Required(MergedSchema merged) =>
        merged.FindAll("required").OfType<JsonArray>().SelectMany(names => names.Items).OfType<JsonString>();
}
