using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Evaluating;

/// <summary>Why a reader refused a value. The innermost reader says what is wrong, those around it where.</summary>
/// <param name="Where">The way to the part that is wrong, such as <c>.links[3]</c>.</param>
/// <param name="What">What is wrong there, as the end of a sentence.</param>
/// <remarks>Only what is refused costs anything.</remarks>
internal sealed record Refusal(string Where, string What)
{
    private const int Shown = 40;

    /// <summary>Stands for a value that was read.</summary>
    public static readonly Refusal None = new("", "");

    /// <summary>A part was refused; without a reason of its own for what stands there.</summary>
    /// <param name="step">The way to the part: <c>.name</c> or <c>[3]</c>.</param>
    /// <param name="part">What stands there.</param>
    /// <param name="reading">What its reader said.</param>
    public static Refusal At<T>(string step, JsonElement part, in FlagReading<T> reading) =>
        reading.Refusal is { } inner
            ? new(step + inner.Where, inner.What)
            : new(step, Of<T>(part.GetRawText()));

    /// <summary>A part is missing altogether.</summary>
    public static Refusal Missing(string name) => new("", $"has no \"{OneLine.Of(name)}\"");

    /// <summary>What there is in place of a <typeparamref name="T"/>.</summary>
    public static string Of<T>(string json) =>
        $"is {OneLine.Of(json, Shown)}, which is no {TypeName(typeof(T))}";

    // In the words of JSON and its schemas, which the one who wrote the value knows.
    private static string TypeName(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } known => known.Name,
        _ when type.IsGenericType && Nullable.GetUnderlyingType(type) is null => "list of what the schema says",
        TypeCode.Boolean => "boolean",
        TypeCode.Int32 => "integer of 32 bits",
        TypeCode.Int64 => "integer of 64 bits",
        TypeCode.Double or TypeCode.Decimal => "number",
        TypeCode.String => "string",
        _ when type == typeof(JsonElement) => "JSON of whole characters",
        _ => (Nullable.GetUnderlyingType(type) ?? type).Name,
    };
}
