using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Evaluating;

/// <summary>Where inside a value a reader has given up, and why. Readers answer no more than no; this is what they say in passing.</summary>
/// <remarks>The innermost says what is wrong, those around it where. Only what fails costs anything.</remarks>
internal static class ReadFault
{
    private const int Shown = 40;

    [ThreadStatic]
    private static string? What;

    [ThreadStatic]
    private static string? Where;

    /// <summary>A part could not be read. Its reader has been asked after <see cref="Forget"/>.</summary>
    /// <param name="step">The way to the part: <c>.name</c> or <c>[3]</c>.</param>
    /// <param name="part">What stands there.</param>
    /// <returns>False, for the reader to answer.</returns>
    public static bool At<T>(string step, JsonElement part)
    {
        What ??= Of<T>(part.GetRawText());
        Where = step + Where;
        return false;
    }

    /// <summary>A part is missing altogether.</summary>
    public static bool Missing(string name)
    {
        (What, Where) = ($"has no \"{OneLine.Of(name)}\"", null);
        return false;
    }

    /// <summary>What a reader left since the last time, as the end of a sentence that begins with the field's name.</summary>
    public static (string? Where, string? What) Take()
    {
        var taken = (Where, What);
        Forget();
        return taken;
    }

    /// <summary>What there is in place of a <typeparamref name="T"/>.</summary>
    public static string Of<T>(string json) =>
        $"is {OneLine.Of(json, Shown)}, which is no {TypeName(typeof(T))}";

    // What a part left that was then read in another way is no fault.
    public static void Forget() => (What, Where) = (null, null);

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
