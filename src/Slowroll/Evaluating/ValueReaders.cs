using System.Text.Json;
using Slowroll.Grammar;

namespace Slowroll.Evaluating;

/// <summary>The types that a flag can have, and how each is read.</summary>
/// <remarks>Without reflection over the members of types, so that it works with trimming and native AOT.</remarks>
internal static class ValueReaders
{
    /// <summary>The one reader of a type.</summary>
    /// <remarks>Costs a field read.</remarks>
    /// <param name="allowsNull">Whether a string or URI may be JSON's null.</param>
    /// <exception cref="NotSupportedException">A flag can't have that type.</exception>
    public static FlagValueReader<T> Of<T>(bool allowsNull) =>
        (allowsNull ? ReaderOf<T>.OrNull : ReaderOf<T>.NotNull) ?? throw new NotSupportedException(
            $"A flag can't be read as {typeof(T)}. Take bool, int, long, double, decimal, string, DateTimeOffset, "
                + "DateOnly, Uri, Guid, one of their nullable forms, or JsonElement for anything else.");

    // By comparisons, not by a table: a new process compiles the readers that it uses, and no others.
    private static Delegate? Make(Type type) =>
        type == typeof(bool) ? new FlagValueReader<bool>(ReadBoolean)
        : type == typeof(int) ? new FlagValueReader<int>(ReadInt32)
        : type == typeof(long) ? new FlagValueReader<long>(ReadInt64)
        : type == typeof(double) ? new FlagValueReader<double>(ReadDouble)
        : type == typeof(decimal) ? new FlagValueReader<decimal>(ReadDecimal)
        : type == typeof(string) ? new FlagValueReader<string>(ReadString)
        : type == typeof(DateTimeOffset) ? new FlagValueReader<DateTimeOffset>(ReadDateTimeOffset)
        : type == typeof(DateOnly) ? new FlagValueReader<DateOnly>(ReadDateOnly)
        : type == typeof(Uri) ? new FlagValueReader<Uri>(ReadUri)
        : type == typeof(Guid) ? new FlagValueReader<Guid>(ReadGuid)
        : type == typeof(JsonElement) ? new FlagValueReader<JsonElement>(ReadAny)
        : type == typeof(bool?) ? OrNullStruct<bool>(ReadBoolean)
        : type == typeof(int?) ? OrNullStruct<int>(ReadInt32)
        : type == typeof(long?) ? OrNullStruct<long>(ReadInt64)
        : type == typeof(double?) ? OrNullStruct<double>(ReadDouble)
        : type == typeof(decimal?) ? OrNullStruct<decimal>(ReadDecimal)
        : type == typeof(DateTimeOffset?) ? OrNullStruct<DateTimeOffset>(ReadDateTimeOffset)
        : type == typeof(DateOnly?) ? OrNullStruct<DateOnly>(ReadDateOnly)
        : type == typeof(Guid?) ? OrNullStruct<Guid>(ReadGuid)
        : null;

    private static FlagReading<bool> ReadBoolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => new(true),
        JsonValueKind.False => new(false),
        _ => default,
    };

    private static FlagReading<int> ReadInt32(JsonElement json) =>
        ReadInt64(json) is { HasValue: true, Value: >= int.MinValue and <= int.MaxValue and var wide }
            ? (int)wide
            : default(FlagReading<int>);

    // 1.0 and 1e3 are integers too, to JSON Schema and to people.
    private static FlagReading<long> ReadInt64(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number)
            return default;
        if (json.TryGetInt64(out var value))
            return value;
        return json.TryGetDecimal(out var number) && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : default(FlagReading<long>);
    }

    private static FlagReading<double> ReadDouble(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : default(FlagReading<double>);

    private static FlagReading<decimal> ReadDecimal(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var value)
            ? value
            : default(FlagReading<decimal>);

    private static FlagReading<string> ReadString(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
            return default;

        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape that names half a character.
            return default;
        }
    }

    private static FlagReading<DateTimeOffset> ReadDateTimeOffset(JsonElement json) =>
        ReadString(json).Value is { } text && ValueTexts.TryReadTime(text, out var value)
            ? value
            : default(FlagReading<DateTimeOffset>);

    private static FlagReading<DateOnly> ReadDateOnly(JsonElement json) =>
        ReadString(json).Value is { } text && ValueTexts.TryReadDate(text, out var day)
            ? DateOnly.FromDateTime(day)
            : default(FlagReading<DateOnly>);

    private static FlagReading<Uri> ReadUri(JsonElement json) =>
        ReadString(json).Value is { } text && ValueTexts.TryReadUri(text, out var value)
            ? value!
            : default(FlagReading<Uri>);

    private static FlagReading<Guid> ReadGuid(JsonElement json) =>
        ReadString(json).Value is { } text && ValueTexts.TryReadUuid(text, out var value)
            ? value
            : default(FlagReading<Guid>);

    // Reading a text of the element would throw if an escape names half a character.
    private static FlagReading<JsonElement> ReadAny(JsonElement json)
    {
        try
        {
            return HasTextsOnly(json) ? json : default(FlagReading<JsonElement>);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static bool HasTextsOnly(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is not null,
        JsonValueKind.Array => json.EnumerateArray().All(HasTextsOnly),
        JsonValueKind.Object =>
            json.EnumerateObject().All(member => member.Name is not null && HasTextsOnly(member.Value)),
        _ => true,
    };

    public static FlagValueReader<T?> OrNullStruct<T>(FlagValueReader<T> reader) where T : struct =>
        json =>
        {
            if (json.ValueKind == JsonValueKind.Null)
                return new(null);

            var read = reader(json);
            return read.HasValue ? new(read.Value) : read.RefusedAs<T?>();
        };

    public static FlagValueReader<T> OrNull<T>(FlagValueReader<T> reader) where T : class =>
        json => json.ValueKind == JsonValueKind.Null ? new(null!) : reader(json);

    // One object for each type: rules are kept by their readers.
    private static class ReaderOf<T>
    {
        public static readonly FlagValueReader<T>? NotNull = (FlagValueReader<T>?)Make(typeof(T));

        public static readonly FlagValueReader<T>? OrNull =
            typeof(T) == typeof(string) ? (FlagValueReader<T>)(Delegate)ValueReaders.OrNull<string>(ReadString)
            : typeof(T) == typeof(Uri) ? (FlagValueReader<T>)(Delegate)ValueReaders.OrNull<Uri>(ReadUri)
            : NotNull;
    }
}
