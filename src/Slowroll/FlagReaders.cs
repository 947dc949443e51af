using System.Text;
using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>Readers that other readers are made of, without reflection. Generated code reads enums, records and lists
/// with them.</summary>
public static class FlagReaders
{
    /// <summary>The reader of a built-in type: bool, int, long, double, decimal, string, DateTimeOffset, DateOnly, Uri,
    /// Guid, a nullable form of a struct among them, or JsonElement.</summary>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public static FlagValueReader<T> Of<T>() => ValueReaders.Of<T>(allowsNull: false);

    /// <summary>Reads JSON's null, and everything that another reader reads.</summary>
    /// <param name="reader">Reads what isn't null.</param>
    public static FlagValueReader<T?> OrNull<T>(FlagValueReader<T> reader)
        where T : class => ValueReaders.OrNull(reader)!;

    /// <inheritdoc cref="OrNull{T}(FlagValueReader{T})"/>
    public static FlagValueReader<T?> OrNullStruct<T>(FlagValueReader<T> reader)
        where T : struct => ValueReaders.OrNullStruct(reader);

    /// <summary>Reads a list, each item with another reader. All items must be accepted.</summary>
    /// <param name="reader">Reads an item.</param>
    public static FlagValueReader<IReadOnlyList<T>> List<T>(FlagValueReader<T> reader) =>
        json =>
        {
            if (json.ValueKind != JsonValueKind.Array)
                return default;

            var items = new T[json.GetArrayLength()];
            var count = 0;
            foreach (var item in json.EnumerateArray())
            {
                var read = reader(item);
                if (!read.HasValue)
                    return FlagReading<IReadOnlyList<T>>.Refused(Refusal.At($"[{count}]", item, read));
                items[count++] = read.Value;
            }

            // All callers share this list: no cast may make it writable.
            return new(Array.AsReadOnly(items));
        };

    /// <summary>A member that an object must have.</summary>
    /// <param name="json">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="reader">Reads it.</param>
    /// <returns>The reading; refused if the object doesn't have the member.</returns>
    public static FlagReading<T> Required<T>(JsonElement json, string name, FlagValueReader<T> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TryFind(json, name, out var member)
            ? Read(member, name, reader)
            : FlagReading<T>.Refused(Refusal.Missing(name));
    }

    /// <summary>A member that an object may have.</summary>
    /// <param name="json">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="otherwise">The value if the object doesn't have the member.</param>
    /// <returns>The reading.</returns>
    public static FlagReading<T> Optional<T>(JsonElement json, string name, FlagValueReader<T> reader, T otherwise)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TryFind(json, name, out var member) ? Read(member, name, reader) : new(otherwise);
    }

    /// <summary>The value is refused, for a reason.</summary>
    /// <param name="because">The end of a sentence that begins with the field's name, without the full stop: <c>is 7,
    /// which is odd</c>.</param>
    public static FlagReading<T> Refused<T>(string because)
    {
        ArgumentNullException.ThrowIfNull(because);
        return FlagReading<T>.Refused(new Refusal("", OneLine.Of(because)));
    }

    // The platform throws at the first name that has half a character. Such a member counts as none.
    private static bool TryFind(JsonElement json, string name, out JsonElement member)
    {
        try
        {
            return json.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException) when (json.ValueKind == JsonValueKind.Object)
        {
            var reader = ConfigReader.Reopen(WholeTexts.InNames(Encoding.UTF8.GetBytes(json.GetRawText())));
            return JsonElement.ParseValue(ref reader).TryGetProperty(name, out member);
        }
    }

    private static FlagReading<T> Read<T>(JsonElement member, string name, FlagValueReader<T> reader)
    {
        var read = reader(member);
        return read.HasValue ? read : FlagReading<T>.Refused(Refusal.At($".{name}", member, read));
    }
}
