using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Evaluating;

namespace Slowroll;

/// <summary>The readers that others are made of, without reflection; what generated code reads enums, records and lists with.</summary>
public static class FlagReaders
{
    /// <summary>The reader of a built-in type: bool, int, long, double, decimal, string, DateTimeOffset, DateOnly, Uri, Guid,
    /// a nullable form of a struct among them, or JsonElement.</summary>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public static FlagValueReader<T> Of<T>() => ValueReaders.Of<T>(allowsNull: false);

    /// <summary>JSON's null, or what the other reader reads.</summary>
    /// <param name="reader">Reads what isn't null.</param>
    public static FlagValueReader<T?> OrNull<T>(FlagValueReader<T> reader) where T : class => ValueReaders.OrNull(reader)!;

    /// <inheritdoc cref="OrNull{T}(FlagValueReader{T})"/>
    public static FlagValueReader<T?> OrNullStruct<T>(FlagValueReader<T> reader) where T : struct => ValueReaders.OrNullStruct(reader);

    /// <summary>A list whose items the other reader reads, all of them.</summary>
    /// <param name="reader">Reads an item.</param>
    public static FlagValueReader<IReadOnlyList<T>> List<T>(FlagValueReader<T> reader) =>
        (JsonElement json, [MaybeNullWhen(false)] out IReadOnlyList<T> value) =>
        {
            ReadFault.Forget();
            value = null;
            if (json.ValueKind != JsonValueKind.Array)
                return false;

            var items = new T[json.GetArrayLength()];
            var count = 0;
            foreach (var item in json.EnumerateArray())
            {
                ReadFault.Forget();
                if (!reader(item, out items[count]!))
                    return ReadFault.At<T>($"[{count}]", item);
                count++;
            }

            // Everybody who asks gets this one: no cast may make it writable.
            value = Array.AsReadOnly(items);
            return true;
        };

    /// <summary>A member that an object must have.</summary>
    /// <param name="json">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="value">What it is.</param>
    /// <returns>Whether the object has it and it could be read.</returns>
    public static bool Required<T>(JsonElement json, string name, FlagValueReader<T> reader, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ReadFault.Forget();
        value = default;
        return TryFind(json, name, out var member) ? TryRead(member, name, reader, out value) : ReadFault.Missing(name);
    }

    /// <summary>A member that an object may have.</summary>
    /// <param name="json">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="otherwise">What it is where the object doesn't have it.</param>
    /// <param name="value">What it is.</param>
    /// <returns>Whether the object doesn't have it, or it could be read.</returns>
    public static bool Optional<T>(
        JsonElement json, string name, FlagValueReader<T> reader, T otherwise, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ReadFault.Forget();
        value = otherwise;
        return !TryFind(json, name, out var member) || TryRead(member, name, reader, out value);
    }

    // The platform throws at the first name that holds half a character. Such a member is none that anybody asks for.
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

    private static bool TryRead<T>(JsonElement member, string name, FlagValueReader<T> reader, [MaybeNullWhen(false)] out T value) =>
        reader(member, out value) || ReadFault.At<T>($".{name}", member);
}
