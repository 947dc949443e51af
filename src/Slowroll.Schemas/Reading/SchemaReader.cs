using System.Text;
using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>Reads a schema's text to the model of its class. All decisions about the class are made here.</summary>
internal sealed class SchemaReader
{
    private const string Utf16 = "this is UTF-16. Save the schema as UTF-8.";
    private const string NotUtf8 = "these bytes are not UTF-8. Save the schema as UTF-8.";

    private readonly SchemaClass _class;
    private readonly ProblemList _problems = new();
    private readonly FlagNames _names;
    private readonly FlagCollection _flags;
    private readonly DeclaredTypes _types;

    private SchemaReader(SchemaClass schemaClass)
    {
        _class = schemaClass;
        _names = new(schemaClass.Name, _problems);
        _flags = new(_problems);
        _types = new($"global::{schemaClass.FullName}.Types", _problems);
    }

    /// <summary>Reads a schema. It doesn't throw, whatever the text is.</summary>
    /// <param name="text">The schema's text.</param>
    /// <param name="schemaClass">The class that is generated.</param>
    /// <param name="encoding">How its bytes were read, which may be a guess; null if that isn't known.</param>
    public static SchemaReading Read(string text, SchemaClass schemaClass, Encoding? encoding = null)
    {
        SchemaReader reader = new(schemaClass);
        var model = reader.ReadDocument(text, encoding);
        return new(model, reader._flags.Places(), reader._types.Places(), reader._problems.ToArray());
    }

    private SchemaModel? ReadDocument(string text, Encoding? encoding)
    {
        if (TextEncoding.FaultOf(text, encoding) is { } fault)
        {
            _problems.Add(SchemaRules.NotJson, fault.Range, fault.Kind is EncodingFaultKind.Utf16 ? Utf16 : NotUtf8);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return NoSchema(default, "the file is empty; a schema describes sections and, in them, flags");
        }

        var json = JsonText.Read(text);
        if (json.Error is { } error)
        {
            _problems.Add(SchemaRules.NotJson, error.Range, TextEncoding.LooksLikeUtf16(text) ? Utf16 : error.Message);
            return null;
        }

        return json.Root is JsonObject root
            ? ReadRoot(root)
            : NoSchema(json.Root!.Range, "its root must be an object with \"properties\", one for each section");
    }

    private SchemaModel? ReadRoot(JsonObject root)
    {
        SchemaMerger merger = new(root, _problems);
        FlagReader flags = new(merger, _names, _problems, _types);
        var merged = merger.Read(root);
        if (!merged.HasProperties)
        {
            return merged.IsBroken
                ? null
                : NoSchema(Opening(root), "its root needs \"properties\", one for each section");
        }

        var hashKey = _names.HashKey(merged, FlagNames.DefaultHashKey);
        foreach (var section in merged.Properties)
        {
            // The first is for editors, the second for settings: they are no sections.
            if (section.Name is not ("$schema" or ScheduleFields.Settings))
            {
                ReadSection(section, merger, flags, hashKey);
            }
        }

        return new()
        {
            Class =
            _class,
            Description = merged.Description,
            Types = _types.ToArray(),
            Flags = _flags.ToArray()
        };
    }

    private void ReadSection(JsonMember section, SchemaMerger merger, FlagReader flags, string inheritedHashKey)
    {
        var merged = merger.Read(section.Value);
        if (merged.IsBroken)
        {
            return;
        }

        if (merged.Form is not null || merged.Find("type") is JsonString { Text: not "object" })
        {
            NoSchema(section.NameRange,
                $"{MessageText.Quote(section.Name)} must be a section, an object with flags in its \"properties\"");
            return;
        }

        var hashKey = _names.HashKey(merged, inheritedHashKey);
        foreach (var member in merged.Properties)
        {
            if (flags.Read(section.Name, member, hashKey) is { } flag)
            {
                _flags.Add(flag, member.NameRange);
            }
        }
    }

    private SchemaModel? NoSchema(TextRange range, string reason)
    {
        _problems.Add(SchemaRules.NotASlowrollSchema, range, reason);
        return null;
    }

    // Only the brace, so that an editor doesn't underline the whole file.
    private static TextRange Opening(JsonObject root) => new(root.Range.Start, root.Range.Start + 1);
}

/// <summary>What reading a schema's text gave.</summary>
/// <param name="Model">The class, without the flags that have a problem; null if the text is no schema at all.</param>
/// <param name="Places">Where the schema names the model's flags, in their order.</param>
/// <param name="TypePlaces">Where the schema defines the model's types, in their order.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record SchemaReading(
    SchemaModel? Model, EquatableArray<TextRange> Places, EquatableArray<TextRange> TypePlaces,
    EquatableArray<SchemaProblem> Problems);
