using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>An object of known properties. Other properties are ignored: a program must not lose a flag because of a
/// newer config.</summary>
/// <param name="Holder">The C# type that contains the record, fully qualified.</param>
/// <param name="Declaration">The record.</param>
/// <param name="Types">The types of its members, in their order.</param>
/// <param name="IsOpen">Whether the schema allows other members: then no member counts as misspelled.</param>
internal sealed record RecordType(
    string Holder, RecordDeclaration Declaration, EquatableArray<ValueType> Types, bool IsOpen) : ValueType
{
    // With more unknown names, they are no typing mistakes, and each would be compared with each other.
    private const int MostMisspelled = 20;

    private const int LongestExample = 500;

    public override string CSharpName => $"{Holder}.{Declaration.Name}";

    public override bool IsClass => true;

    public override FlagDefault? Zero => null;

    public override string Wanted =>
        Declaration.Members.Where(member => member.IsRequired).Select(member => member.Key).ToList() switch
        {
            [] => "an object",
            var required => $"an object with {MessageText.Quote(required)}",
        } + (Types.Count == 0 ? "" : " whose members fit their types");

    // Made once: if each type refers to the next one twice, the time would double with every level.
    public override string Example { get; } = ExampleOf(Declaration, Types);

    public override string Reader => $"{Holder}.{Declaration.ReaderName}";

    public override string? Express(JsonNode value)
    {
        if (value is not JsonObject json || Required().Any(each => json.Find(each.Member.Key) is null))
        {
            return null;
        }

        List<string> members = [];
        foreach (var (member, type) in Declaration.Members.Zip(Types, (member, type) => (member, type)))
        {
            if (json.Find(member.Key) is not { Value: var given })
            {
                continue;
            }

            if (type.Express(given) is not { } expression)
            {
                return null;
            }

            members.Add($"{member.Name} = {expression}");
        }

        return members.Count == 0 ? $"new {CSharpName}()" : $"new {CSharpName} {{ {string.Join(", ", members)} }}";
    }

    public override Mismatch? FindMismatch(JsonNode value)
    {
        if (value is not JsonObject json)
        {
            return new(value, "", Wanted);
        }

        return Lacking(json) ?? Declaration.Members
            .Zip(Types, (member, type) =>
                json.Find(member.Key) is { } given ? type.FindMismatch(given.Value)?.Within($".{member.Key}") : null)
            .FirstOrDefault(mismatch => mismatch is not null);
    }

    public override IEnumerable<MisspelledMember> FindMisspelled(JsonNode value) =>
        value is not JsonObject json ? [] : OwnMisspelled(json).Concat(
            Declaration.Members
                .Zip(Types, (member, type) => json.Find(member.Key) is { } given ? type.FindMisspelled(given.Value)
                    .Select(misspelled => misspelled.Within($".{member.Key}")) : [])
                .SelectMany(misspelled => misspelled));

    private Mismatch? Lacking(JsonObject json)
    {
        List<string> lacking = [.. Required().Select(each => each.Member.Key).Where(key => json.Find(key) is null)];
        if (lacking.Count == 0)
        {
            return null;
        }

        Mismatch mismatch = new(json, "", $"an object with {MessageText.Quote(lacking)}");
        return OwnMisspelled(json).FirstOrDefault(misspelled => lacking.Contains(misspelled.Suggestion))
            is { Member: var misspelled }
            ? mismatch with
            {
                Wanted = $"{mismatch.Wanted} (did you mean that by {MessageText.Quote(misspelled.Name)}?)",
                Range = misspelled.NameRange
            }
            : mismatch;
    }

    private IEnumerable<MisspelledMember> OwnMisspelled(JsonObject json)
    {
        if (IsOpen)
        {
            return [];
        }

        HashSet<string> known = new(Declaration.Members.Select(member => member.Key), StringComparer.Ordinal);
        List<string> free = [.. known.Where(key => json.Find(key) is null)];
        return
            from member in json.Members.Where(member => !known.Contains(member.Name)).Take(MostMisspelled)
            let meant = NearestName.Of(member.Name, free).FirstOrDefault()
            where meant is not null
            select new MisspelledMember(member, $".{member.Name}", meant);
    }

    private IEnumerable<(RecordMember Member, ValueType Type)> Required() => Required(Declaration, Types);

    private static IEnumerable<(RecordMember Member, ValueType Type)> Required(
        RecordDeclaration declaration, EquatableArray<ValueType> types) =>
        declaration.Members.Zip(types, (member, type) => (Member: member, Type: type))
            .Where(each => each.Member.IsRequired);

    // For the same reason it is no longer than a message. A missing member is reported when somebody uses the
    // example.
    private static string ExampleOf(RecordDeclaration declaration, EquatableArray<ValueType> types)
    {
        var members = string.Join(
            ", ",
            Required(declaration, types).Select(each => $"{CSharpText.Quote(each.Member.Key)}: {each.Type.Example}"));
        return members.Length is > 0 and <= LongestExample ? $"{{ {members} }}" : "{}";
    }
}
