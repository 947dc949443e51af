using System.Text.Json;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Tool.Manifests;

/// <summary>Makes a manifest of a schema.</summary>
internal sealed class ManifestWriter(DeclaredSchema declared, SchemaReading reading, ManifestNotes notes)
{
    /// <summary>The member with what only this command reads.</summary>
    public const string Extension = "x-slowroll";

    private const string SchemaUrl =
        "https://raw.githubusercontent.com/open-feature/cli/refs/heads/main/schema/v0/flag-manifest.json";

    /// <summary>The manifest's text.</summary>
    public string Write() => WrittenJson.Object(writer =>
    {
        writer.WriteString("$schema", SchemaUrl);
        writer.WriteStartObject("flags");
        HashSet<string> names = new(StringComparer.Ordinal);
        for (var at = 0; at < reading.Model!.Flags.Count; at++)
        {
            var flag = reading.Model.Flags[at];
            if (TypeOf(flag) is { } type && CanBeSaid(flag, type, reading.Places[at], names))
                WriteFlag(writer, flag, type, reading.Places[at]);
        }

        writer.WriteEndObject();
    });

    private ValueType? TypeOf(FlagModel flag) =>
        declared.Sections.TryGetValue(flag.Section, out var section)
        && section.Flags.TryGetValue(flag.Key, out var found) ? found.Type : null;

    private bool CanBeSaid(FlagModel flag, ValueType type, TextRange place, HashSet<string> names)
    {
        var name = $"{flag.Section}.{flag.Key}";
        var whyNot = name.IndexOfAny(['\n', '\r', '\u2028', '\u2029']) >= 0 ? "its name has a line break"
            : IsNull(flag) && FlagTypes.Of(type) != "object" ? $"its default is null, which is no {FlagTypes.Of(type)}"
            : !names.Add(name) ? "another flag has this name, since sections and keys have dots in them"
            : null;
        if (whyNot is not null)
            notes.LeaveOut(place, $"This flag isn't in the manifest: {whyNot}.");
        return whyNot is null;
    }

    private void WriteFlag(Utf8JsonWriter writer, FlagModel flag, ValueType type, TextRange place)
    {
        writer.WriteStartObject($"{flag.Section}.{flag.Key}");
        writer.WriteString("flagType", FlagTypes.Of(type));
        if (flag.Default.Json == "undefined")
        {
            writer.WriteNull("defaultValue");
            notes.Warn(place, "The flag has no default; in the manifest it is null.");
        }
        else
        {
            writer.WritePropertyName("defaultValue");
            writer.WriteRawValue(flag.Default.Json);
        }

        if (flag.Description is { } description)
            writer.WriteString("description", description);
        if (Unwrapped(type) is ListType or RecordType)
        {
            writer.WritePropertyName("schema");
            ValueSchema.WritePlain(writer, Unwrapped(type));
        }

        WriteExtension(writer, flag, type);
        writer.WriteEndObject();
        Note(flag, place);
    }

    // A section with a dot in it couldn't be told from its key.
    private static void WriteExtension(Utf8JsonWriter writer, FlagModel flag, ValueType type)
    {
        var hasDot = flag.Section.Contains('.');
        if (FlagTypes.IsWhole(type) && !hasDot)
            return;

        writer.WriteStartObject(Extension);
        if (hasDot)
            writer.WriteString("section", flag.Section);
        if (!FlagTypes.IsWhole(type))
        {
            writer.WritePropertyName("value");
            ValueSchema.WriteWhole(writer, type);
        }

        writer.WriteEndObject();
    }

    private void Note(FlagModel flag, TextRange place)
    {
        if (flag.IsDeprecated)
            notes.Warn(place, "A manifest can't say that a flag is deprecated.");
        if (flag.Examples.Count > 0)
            notes.Warn(place, "A manifest has no examples of a flag.");
        if (flag.HashKey != FlagNames.DefaultHashKey)
            notes.Warn(place, "A manifest can't say what the hash key of a flag is called.");
    }

    private static bool IsNull(FlagModel flag) => flag.Default.Json == "null";

    private static ValueType Unwrapped(ValueType type) => type is NullableType { Inner: var inner } ? inner : type;
}
