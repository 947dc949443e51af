using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>A string of a few known texts.</summary>
/// <param name="Holder">The C# type inside which the enum stands, fully qualified.</param>
/// <param name="Declaration">The enum.</param>
internal sealed record EnumType(string Holder, EnumDeclaration Declaration) : ValueType
{
    private const int MostShown = 20;

    public override string CSharpName => $"{Holder}.{Declaration.Name}";

    public override FlagDefault? Zero => null;

    public override string Wanted
    {
        get
        {
            var shown = string.Join(", ", Declaration.Members.Take(MostShown).Select(member => CSharpText.Quote(member.Text)));
            return $"one of {shown}{(Declaration.Members.Count > MostShown ? $" and {Declaration.Members.Count - MostShown} more" : "")}";
        }
    }

    public override string Example => CSharpText.Quote(Declaration.Members[0].Text);

    public override string Reader => $"{Holder}.TryRead";

    public override string? Express(JsonNode value) =>
        value is JsonString { Text: var text } && Declaration.Members.FirstOrDefault(member => member.Text == text) is { } known
            ? $"{CSharpName}.{known.Name}"
            : null;
}
