using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Slowroll.Grammar;

namespace Slowroll.Evaluating;

/// <summary>The types that a flag can have, and how each is read.</summary>
/// <remarks>Without reflection over the types' members, so that trimming and native AOT leave it whole.</remarks>
internal static class ValueReaders
{
    private static readonly Dictionary<Type, Delegate> ByType = new()
    {
        [typeof(bool)] = new FlagValueReader<bool>(TryReadBoolean),
        [typeof(int)] = new FlagValueReader<int>(TryReadInt32),
        [typeof(long)] = new FlagValueReader<long>(TryReadInt64),
        [typeof(double)] = new FlagValueReader<double>(TryReadDouble),
        [typeof(decimal)] = new FlagValueReader<decimal>(TryReadDecimal),
        [typeof(string)] = new FlagValueReader<string>(TryReadString),
        [typeof(DateTimeOffset)] = new FlagValueReader<DateTimeOffset>(TryReadDateTimeOffset),
        [typeof(DateOnly)] = new FlagValueReader<DateOnly>(TryReadDateOnly),
        [typeof(Uri)] = new FlagValueReader<Uri>(TryReadUri),
        [typeof(Guid)] = new FlagValueReader<Guid>(TryReadGuid),
        [typeof(JsonElement)] = new FlagValueReader<JsonElement>(TryReadAny),
        [typeof(bool?)] = OrNullStruct<bool>(TryReadBoolean),
        [typeof(int?)] = OrNullStruct<int>(TryReadInt32),
        [typeof(long?)] = OrNullStruct<long>(TryReadInt64),
        [typeof(double?)] = OrNullStruct<double>(TryReadDouble),
        [typeof(decimal?)] = OrNullStruct<decimal>(TryReadDecimal),
        [typeof(DateTimeOffset?)] = OrNullStruct<DateTimeOffset>(TryReadDateTimeOffset),
        [typeof(DateOnly?)] = OrNullStruct<DateOnly>(TryReadDateOnly),
        [typeof(Guid?)] = OrNullStruct<Guid>(TryReadGuid),
    };

    private static readonly Dictionary<Type, Delegate> OrNullByType = new()
    {
        [typeof(string)] = OrNull<string>(TryReadString),
        [typeof(Uri)] = OrNull<Uri>(TryReadUri),
    };

    /// <summary>The one reader of a type.</summary>
    /// <param name="allowsNull">Whether a string or URI may be JSON's null.</param>
    /// <exception cref="NotSupportedException">A flag can't have that type.</exception>
    public static FlagValueReader<T> Of<T>(bool allowsNull) =>
        (allowsNull && OrNullByType.TryGetValue(typeof(T), out var reader)) || ByType.TryGetValue(typeof(T), out reader)
            ? (FlagValueReader<T>)reader
            : throw new NotSupportedException(
                $"A flag can't be read as {typeof(T)}. Take bool, int, long, double, decimal, string, DateTimeOffset, DateOnly, "
                + "Uri, Guid, one of their nullable forms, or JsonElement for anything else.");

    private static bool TryReadBoolean(JsonElement json, out bool value) =>
        (value = json.ValueKind == JsonValueKind.True) || json.ValueKind == JsonValueKind.False;

    private static bool TryReadInt32(JsonElement json, out int value)
    {
        var fits = TryReadInt64(json, out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    // 1.0 and 1e3 are integers too, to JSON Schema and to people.
    private static bool TryReadInt64(JsonElement json, out long value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
            return false;
        if (json.TryGetInt64(out value))
            return true;
        if (!json.TryGetDecimal(out var number) || number != decimal.Truncate(number)
            || number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    private static bool TryReadDouble(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    private static bool TryReadDecimal(JsonElement json, out decimal value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out value);
    }

    private static bool TryReadString(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String)
            return false;

        try
        {
            value = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escape that names half a character.
            return false;
        }
    }

    private static bool TryReadDateTimeOffset(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        return TryReadString(json, out var text) && ValueTexts.TryReadTime(text, out value);
    }

    private static bool TryReadDateOnly(JsonElement json, out DateOnly value)
    {
        value = default;
        if (!TryReadString(json, out var text) || !ValueTexts.TryReadDate(text, out var day))
            return false;

        value = DateOnly.FromDateTime(day);
        return true;
    }

    private static bool TryReadUri(JsonElement json, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        return TryReadString(json, out var text) && ValueTexts.TryReadUri(text, out value);
    }

    private static bool TryReadGuid(JsonElement json, out Guid value)
    {
        value = default;
        return TryReadString(json, out var text) && ValueTexts.TryReadUuid(text, out value);
    }

    // Whoever reads a text out of the element would meet an exception, where an escape names half a character.
    private static bool TryReadAny(JsonElement json, out JsonElement value)
    {
        value = json;
        try
        {
            return HasTextsOnly(json);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasTextsOnly(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is not null,
        JsonValueKind.Array => json.EnumerateArray().All(HasTextsOnly),
        JsonValueKind.Object => json.EnumerateObject().All(member => member.Name is not null && HasTextsOnly(member.Value)),
        _ => true,
    };

    public static FlagValueReader<T?> OrNullStruct<T>(FlagValueReader<T> reader) where T : struct =>
        (JsonElement json, out T? value) =>
        {
            value = null;
            if (json.ValueKind == JsonValueKind.Null)
                return true;
            if (!reader(json, out var present))
                return false;

            value = present;
            return true;
        };

    public static FlagValueReader<T> OrNull<T>(FlagValueReader<T> reader) where T : class =>
        (JsonElement json, [MaybeNullWhen(false)] out T value) =>
        {
            value = null!;
            return json.ValueKind == JsonValueKind.Null || reader(json, out value);
        };
}
