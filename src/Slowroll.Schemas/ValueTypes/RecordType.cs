using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>An object of known properties. Others are passed over: a program must not lose a flag to a newer config.</summary>
/// <param name="Holder">The C# type inside which the record stands, fully qualified.</param>
/// <param name="Declaration">The record.</param>
/// <param name="Types">The types of its members, in their order.</param>
/// <param name="IsOpen">Whether the schema says that there are other members too: then none is a slip of the finger.</param>
internal sealed record RecordType(string Holder, RecordDeclaration Declaration, EquatableArray<ValueType> Types, bool IsOpen) : ValueType
{
    // Where more are unknown, they are no slips, and every one of them would be held against every other.
    private const int MostSlips = 20;

    private const int LongestExample = 500;

    public override string CSharpName => $"{Holder}.{Declaration.Name}";

    public override bool IsClass => true;

    public override FlagDefault? Zero => null;

    public override string Wanted => Declaration.Members.Where(member => member.IsRequired).Select(member => member.Key).ToList() switch
    {
        [] => "an object",
        var required => $"an object with {MessageText.Quote(required)}",
    } + (Types.Count == 0 ? "" : " whose members fit their types");

    // Made once: of types that refer to the next one twice each, it would take twice as long with every level.
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

    public override Misfit? FindMisfit(JsonNode value)
    {
        if (value is not JsonObject json)
        {
            return new(value, "", Wanted);
        }

        return Lacking(json) ?? Declaration.Members
            .Zip(Types, (member, type) => json.Find(member.Key) is { } given ? type.FindMisfit(given.Value)?.Within($".{member.Key}") : null)
            .FirstOrDefault(misfit => misfit is not null);
    }

    public override IEnumerable<Slip> FindSlips(JsonNode value) => value is not JsonObject json ? [] : OwnSlips(json).Concat(
        Declaration.Members
            .Zip(Types, (member, type) => json.Find(member.Key) is { } given ? type.FindSlips(given.Value).Select(slip => slip.Within($".{member.Key}")) : [])
            .SelectMany(slips => slips));

    private Misfit? Lacking(JsonObject json)
    {
        List<string> lacking = [.. Required().Select(each => each.Member.Key).Where(key => json.Find(key) is null)];
        if (lacking.Count == 0)
        {
            return null;
        }

        Misfit misfit = new(json, "", $"an object with {MessageText.Quote(lacking)}");
        return OwnSlips(json).FirstOrDefault(slip => lacking.Contains(slip.Meant)) is { Member: var slip }
            ? misfit with { Wanted = $"{misfit.Wanted} (did you mean that by {MessageText.Quote(slip.Name)}?)", Range = slip.NameRange }
            : misfit;
    }

    private IEnumerable<Slip> OwnSlips(JsonObject json)
    {
        if (IsOpen)
        {
            return [];
        }

        HashSet<string> known = new(Declaration.Members.Select(member => member.Key), StringComparer.Ordinal);
        List<string> free = [.. known.Where(key => json.Find(key) is null)];
        return
            from member in json.Members.Where(member => !known.Contains(member.Name)).Take(MostSlips)
            let meant = NearestName.Of(member.Name, free).FirstOrDefault()
            where meant is not null
            select new Slip(member, $".{member.Name}", meant);
    }

    private IEnumerable<(RecordMember Member, ValueType Type)> Required() => Required(Declaration, Types);

    private static IEnumerable<(RecordMember Member, ValueType Type)> Required(RecordDeclaration declaration, EquatableArray<ValueType> types) =>
        declaration.Members.Zip(types, (member, type) => (Member: member, Type: type)).Where(each => each.Member.IsRequired);

    // And for the same reason no longer than a message can be: what is left out is told once somebody writes it.
    private static string ExampleOf(RecordDeclaration declaration, EquatableArray<ValueType> types)
    {
        var members = string.Join(", ", Required(declaration, types).Select(each => $"{CSharpText.Quote(each.Member.Key)}: {each.Type.Example}"));
        return members.Length is > 0 and <= LongestExample ? $"{{ {members} }}" : "{}";
    }
}
