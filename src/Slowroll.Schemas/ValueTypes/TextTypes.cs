using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>A string of a format that has a C# type of its own.</summary>
internal abstract record TextType : ValueType
{
    public override bool IsBuiltIn => true;

    // A format has no natural default.
    public sealed override FlagDefault? Zero => null;

    public sealed override string? Express(JsonNode value) => value is JsonString text ? Construct(text.Text) : null;

    protected abstract string? Construct(string text);
}

internal sealed record DateTimeType : TextType
{
    public override string CSharpName => "global::System.DateTimeOffset";

    public override string Wanted => $"a time with its offset, such as {Example}";

    public override string Example => "\"2025-01-31T12:00:00Z\"";

    protected override string? Construct(string text) =>
        ValueTexts.TryReadTime(text, out var instant)
            ? $"new global::System.DateTimeOffset({Numbers(instant)}, {Offset(instant.Offset)}){Fraction(instant)}"
            : null;

    private static string Numbers(DateTimeOffset instant) => FormattableString.Invariant(
        $"{instant.Year}, {instant.Month}, {instant.Day}, {instant.Hour}, {instant.Minute}, {instant.Second}");

    private static string Offset(TimeSpan offset) => offset == TimeSpan.Zero
        ? "global::System.TimeSpan.Zero"
        : FormattableString.Invariant($"new global::System.TimeSpan({offset.Hours}, {offset.Minutes}, 0)");

    private static string Fraction(DateTimeOffset instant) =>
        instant.Ticks % TimeSpan.TicksPerSecond is > 0 and var ticks
            ? FormattableString.Invariant($".AddTicks({ticks})")
            : "";
}

internal sealed record DateType : TextType
{
    public override string CSharpName => "global::System.DateOnly";

    public override string Wanted => $"a date, such as {Example}";

    public override string Example => "\"2025-01-31\"";

    protected override string? Construct(string text) => ValueTexts.TryReadDate(text, out var day)
        ? FormattableString.Invariant($"new global::System.DateOnly({day.Year}, {day.Month}, {day.Day})")
        : null;
}

internal sealed record UriType : TextType
{
    public override string CSharpName => "global::System.Uri";

    public override bool IsClass => true;

    public override string Wanted => $"an absolute URI, such as {Example}";

    public override string Example => "\"https://example.com/\"";

    protected override string? Construct(string text) =>
        ValueTexts.TryReadUri(text, out _)
            ? $"new global::System.Uri({CSharpText.Quote(text)}, global::System.UriKind.Absolute)"
            : null;
}

internal sealed record GuidType : TextType
{
    public override string CSharpName => "global::System.Guid";

    public override string Wanted => $"a UUID, such as {Example}";

    public override string Example => "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"";

    protected override string? Construct(string text) =>
        ValueTexts.TryReadUuid(text, out var uuid) ? $"new global::System.Guid(\"{uuid:D}\")" : null;
}
