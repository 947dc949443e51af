using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

internal sealed record BooleanType : ValueType
{
    public override bool IsBuiltIn => true;

    public override string CSharpName => "bool";

    public override FlagDefault Zero => new("false", "false");

    public override string Wanted => "true or false";

    public override string Example => "false";

    public override string? Express(JsonNode value) =>
        value is JsonBoolean boolean ? boolean.Value ? "true" : "false" : null;
}

internal sealed record StringType : ValueType
{
    public override bool IsBuiltIn => true;

    public override string CSharpName => "string";

    public override bool IsClass => true;

    public override FlagDefault? Zero => null;

    public override string Wanted => "a string";

    public override string Example => "\"1.0\"";

    public override string? Express(JsonNode value) => value is JsonString text ? CSharpText.Quote(text.Text) : null;
}

internal sealed record NullableType(ValueType Inner) : ValueType
{
    public override bool IsBuiltIn => Inner.IsBuiltIn;

    public override string CSharpName => $"{Inner.CSharpName}?";

    public override string Reader =>
        $"global::Slowroll.FlagReaders.{(Inner.IsClass ? "OrNull" : "OrNullStruct")}"
            + $"<{Inner.CSharpName}>({Inner.Reader})";

    public override FlagDefault Zero => new("null", "null");

    public override string Wanted => $"{Inner.Wanted}, or null";

    public override string Example => "null";

    public override string? Express(JsonNode value) => value is JsonNull ? "null" : Inner.Express(value);

    public override Mismatch? FindMismatch(JsonNode value) =>
        value is JsonNull || Inner.FindMismatch(value) is not { } mismatch ? null
        : mismatch.Path is "" ? mismatch with { Wanted = $"{mismatch.Wanted}, or null" }
        : mismatch;

    public override IEnumerable<MisspelledMember> FindMisspelled(JsonNode value) => Inner.FindMisspelled(value);
}

internal sealed record AnyJsonType : ValueType
{
    public override bool IsBuiltIn => true;

    public override string CSharpName => "global::System.Text.Json.JsonElement";

    public override FlagDefault Zero => new("default", "undefined");

    public override string Wanted => "any JSON";

    public override string Example => "{}";

    public override string Express(JsonNode value) =>
        $"global::System.Text.Json.JsonDocument.Parse({CSharpText.Quote(JsonText.Write(value))}).RootElement";

    // Reading its text would throw an exception, so the running program rejects all of it.
    public override Mismatch? FindMismatch(JsonNode value) =>
        IsBroken(value) ? new(value, "", "JSON of whole characters") : null;

    private static bool IsBroken(JsonNode value) => value switch
    {
        JsonBrokenString => true,
        JsonArray list => list.Items.Any(IsBroken),
        JsonObject json => json.AllMembers.Any(member => member.IsBroken || IsBroken(member.Value)),
        _ => false,
    };
}
