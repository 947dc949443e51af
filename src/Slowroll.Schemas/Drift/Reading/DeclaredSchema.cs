using System.Text;
using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>What a config may have by its schema. A flag that the generator rejects counts as declared.</summary>
internal sealed class DeclaredSchema
{
    private DeclaredSchema(
        string fileName, bool isOpen, Dictionary<string, DeclaredSection> sections, string? missingSettings)
    {
        FileName = fileName;
        IsOpen = isOpen;
        Sections = sections;
        MissingSettings = missingSettings;
    }

    /// <summary>The schema's file name, without its folder.</summary>
    public string FileName { get; }

    /// <summary>Whether it allows other sections.</summary>
    internal bool IsOpen { get; }

    internal IReadOnlyDictionary<string, DeclaredSection> Sections { get; }

    /// <summary>The reference by which it would declare the settings of a config; null if it declares them.</summary>
    internal string? MissingSettings { get; }

    /// <summary>Reads what a schema declares; null if the text is no schema, which other rules report.</summary>
    /// <param name="fileName">The schema's file name, without its folder.</param>
    /// <param name="text">Its text.</param>
    /// <param name="schemaClass">The full name of the class that it becomes, if it becomes one.</param>
    /// <param name="encoding">How its bytes were read, which may be a guess; null if that isn't known.</param>
    public static DeclaredSchema? Read(
        string fileName, string text, string? schemaClass = null, Encoding? encoding = null)
    {
        if (TextEncoding.FaultOf(text, encoding) is not null || JsonText.Read(text).Root is not JsonObject root)
        {
            return null;
        }

        ProblemList reportedElsewhere = new();
        SchemaMerger merger = new(root, reportedElsewhere);
        ValueTypeReader types = new(merger, reportedElsewhere,
            new(schemaClass is null ? "Types" : $"global::{schemaClass}.Types", reportedElsewhere));
        FlagNames names = new("", reportedElsewhere);
        var merged = merger.Read(root);
        if (!merged.HasProperties)
        {
            return null;
        }

        var hashKey = names.HashKey(merged, FlagNames.DefaultHashKey);
        var sections = merged.Properties
            .Where(section => section.Name is not ("$schema" or ScheduleFields.Settings))
            .ToDictionary(
                section => section.Name,
                section => Section(section, merger, types, names, hashKey),
                StringComparer.Ordinal);
        return new(fileName, AllowsOthers(merged), sections, merged.Property(ScheduleFields.Settings) is null
            ? BaseSchema.SettingsReferenceIn(text)
            : null);
    }

    private static DeclaredSection Section(
        JsonMember section, SchemaMerger merger, ValueTypeReader types, FlagNames names, string inheritedHashKey)
    {
        var merged = merger.Read(section.Value);
        var hashKey = names.HashKey(merged, inheritedHashKey);
        return new(merged.IsBroken || AllowsOthers(merged), merged.Properties.ToDictionary(
            flag => flag.Name,
            flag => Flag(section.Name, flag, merger, types, names, hashKey),
            StringComparer.Ordinal));
    }

    private static DeclaredFlag Flag(
        string section, JsonMember flag, SchemaMerger merger, ValueTypeReader types, FlagNames names,
        string inheritedHashKey)
    {
        var merged = merger.Read(flag.Value);
        return new(
            merged.IsBroken ? null : types.Read(MessageText.Flag(section, flag.Name), flag, merged),
            merged.IsBroken || AllowsOthers(merged),
            [.. merged.Properties.Select(field => field.Name)],
            names.HashKey(merged, inheritedHashKey),
            merged.FindMember("default") is { } @default
                ? new(section, new(flag.Name, @default.NameRange, @default.Value))
                : null);
    }

    // JSON Schema allows all members by default. Only a schema that says so counts here.
    private static bool AllowsOthers(MergedSchema merged) =>
        merged.Find("additionalProperties") is not (null or JsonBoolean { Value: false });
}

/// <summary>A section of a schema.</summary>
/// <param name="IsOpen">Whether it allows other flags.</param>
/// <param name="Flags">Its flags by name.</param>
internal sealed record DeclaredSection(bool IsOpen, IReadOnlyDictionary<string, DeclaredFlag> Flags);

/// <summary>A flag of a schema.</summary>
/// <param name="Type">Its values' type; null if the schema has a mistake there.</param>
/// <param name="IsOpen">Whether it allows other fields.</param>
/// <param name="Fields">The fields that the schema adds to those of a rollout.</param>
/// <param name="HashKey">What the schema calls its hash key: a flag with another one is read for something
/// else.</param>
/// <param name="Default">Its default as a flag of a config; its name is the keyword.</param>
internal sealed record DeclaredFlag(ValueType? Type, bool IsOpen, IReadOnlyList<string> Fields, string HashKey,
    ConfigFlag? Default);
