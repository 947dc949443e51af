using System.Globalization;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>A number whose C# literal is made from the JSON's own digits, so that no digit is lost.</summary>
internal abstract record NumberType : ValueType
{
    public override bool IsBuiltIn => true;

    public sealed override string? Express(JsonNode value) => value is JsonNumber number ? Literal(number.Text) : null;

    public override FlagDefault Zero => new(Literal(Example)!, Example);

    public override string Example => "0";

    protected abstract string? Literal(string number);

    // JSON Schema counts 1.0 and 1e2 among the integers.
    protected static decimal? Whole(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && decimal.Truncate(value) == value ? value : null;
}

internal sealed record Int32Type : NumberType
{
    public override string CSharpName => "int";

    public override string Wanted => "a whole number of 32 bits (\"format\": \"int64\" allows 64)";

    protected override string? Literal(string number) =>
        Whole(number) is >= int.MinValue and <= int.MaxValue and var value
            ? ((int)value).ToString(CultureInfo.InvariantCulture)
            : null;
}

internal sealed record Int64Type : NumberType
{
    public override string CSharpName => "long";

    public override string Wanted => "a whole number of 64 bits";

    protected override string? Literal(string number) =>
        Whole(number) is >= long.MinValue and <= long.MaxValue and var value
            ? ((long)value).ToString(CultureInfo.InvariantCulture) + "L"
            : null;
}

internal sealed record DoubleType : NumberType
{
    public override string CSharpName => "double";

    public override string Wanted => "a number that a double can hold";

    // .NET Framework rejects a number that is too large; .NET returns infinity.
    protected override string? Literal(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && !double.IsInfinity(value)
            ? number + "d"
            : null;
}

internal sealed record DecimalType : NumberType
{
    public override string CSharpName => "decimal";

    public override string Wanted => "a number that a decimal can hold";

    protected override string? Literal(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? number + "m" : null;
}
