using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>An object of known properties. Others are passed over: a program must not lose a flag to a newer config.</summary>
/// <param name="Holder">The C# type inside which the record stands, fully qualified.</param>
/// <param name="Declaration">The record.</param>
/// <param name="Types">The types of its members, in their order.</param>
internal sealed record RecordType(string Holder, RecordDeclaration Declaration, EquatableArray<ValueType> Types) : ValueType
{
    private const int LongestExample = 500;

    public override string CSharpName => $"{Holder}.{Declaration.Name}";

    public override bool IsClass => true;

    public override FlagDefault? Zero => null;

    public override string Wanted => Declaration.Members.Where(member => member.IsRequired).Select(member => CSharpText.Quote(member.Key)).ToList() switch
    {
        [] => "an object",
        var required => $"an object with {string.Join(", ", required)}",
    } + (Types.Count == 0 ? "" : " whose members fit their types");

    // Made once: of types that refer to the next one twice each, it would take twice as long with every level.
    public override string Example { get; } = ExampleOf(Declaration, Types);

    public override string Reader => $"{Holder}.TryRead";

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
        if (value is not JsonObject json || Required().Any(each => json.Find(each.Member.Key) is null))
        {
            return new(value, "", Wanted);
        }

        return Declaration.Members
            .Zip(Types, (member, type) => json.Find(member.Key) is { } given ? type.FindMisfit(given.Value)?.Within($".{member.Key}") : null)
            .FirstOrDefault(misfit => misfit is not null);
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
