using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Evaluating;

/// <summary>Why a reader refused a value. The innermost reader says what is wrong, the outer ones say where.</summary>
/// <param name="Where">The path to the part that is wrong, such as <c>.links[3]</c>.</param>
/// <param name="What">What is wrong there, as the end of a sentence.</param>
/// <remarks>A value that is accepted costs nothing here.</remarks>
internal sealed record Refusal(string Where, string What)
{
    private const int Shown = 40;

    /// <summary>Stands for a value that was read.</summary>
    public static readonly Refusal None = new("", "");

    /// <summary>A part was refused. Without a reason from its reader the reason is the JSON that is there.</summary>
    /// <param name="step">The path to the part: <c>.name</c> or <c>[3]</c>.</param>
    /// <param name="part">The JSON of the part.</param>
    /// <param name="reading">What its reader returned.</param>
    public static Refusal At<T>(string step, JsonElement part, in FlagReading<T> reading) =>
        reading.Refusal is { } inner
            ? new(step + inner.Where, inner.What)
            : new(step, Of<T>(part.GetRawText()));

    /// <summary>A part is missing.</summary>
    public static Refusal Missing(string name) => new("", $"has no \"{OneLine.Of(name)}\"");

    /// <summary>What there is in place of a <typeparamref name="T"/>.</summary>
    public static string Of<T>(string json) =>
        $"is {OneLine.Of(json, Shown)}, which is no {TypeName(typeof(T))}";

    // In the terms of JSON and JSON Schema, which the author of the value knows.
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
