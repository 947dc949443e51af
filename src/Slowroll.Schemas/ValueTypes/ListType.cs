using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>An array whose items are all of one type.</summary>
internal sealed record ListType(ValueType Item) : ValueType
{
    public override string CSharpName => $"global::System.Collections.Generic.IReadOnlyList<{Item.CSharpName}>";

    public override bool IsClass => true;

    public override FlagDefault Zero => new(Empty, "[]");

    public override string Wanted => $"an array, each item {Item.Wanted}";

    public override string Example => "[]";

    public override string Reader => $"global::Slowroll.FlagReaders.List<{Item.CSharpName}>({Item.Reader})";

    private string Empty => $"global::System.Array.Empty<{Item.CSharpName}>()";

    public override string? Express(JsonNode value)
    {
        if (value is not JsonArray { Items: var items })
        {
            return null;
        }

        List<string> expressions = [];
        foreach (var item in items)
        {
            if (Item.Express(item) is not { } expression)
            {
                return null;
            }

            expressions.Add(expression);
        }

        return items.Count == 0
            ? Empty
            : $"global::System.Array.AsReadOnly(new {Item.CSharpName}[] {{ {string.Join(", ", expressions)} }})";
    }

    public override Mismatch? FindMismatch(JsonNode value) => value is JsonArray { Items: var items }
        ? items.Select((item, at) => Item.FindMismatch(item)?.Within($"[{at}]"))
            .FirstOrDefault(mismatch => mismatch is not null)
        : new(value, "", Wanted);

    public override IEnumerable<MisspelledMember> FindMisspelled(JsonNode value) =>
        value is JsonArray { Items: var items }
            ? items.SelectMany(
                (item, at) => Item.FindMisspelled(item).Select(misspelled => misspelled.Within($"[{at}]")))
            : [];
}
