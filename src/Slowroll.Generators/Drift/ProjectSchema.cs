using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Drift;

/// <summary>A schema of a project, read once for all the configs that are held against it.</summary>
internal sealed class ProjectSchema(SchemaFile schema)
{
    private readonly Lazy<DeclaredSchema?> _declared = new(() => schema.File.GetText() is { } text
        ? DeclaredSchema.Read(Path.GetFileName(schema.File.Path), text.ToString(), schema.Class?.FullName)
        : null);

    public AdditionalText File => schema.File;

    public string Name => Path.GetFileName(File.Path);

    /// <summary>What it declares; null if it can't be read, which other rules tell.</summary>
    public DeclaredSchema? Declared => _declared.Value;

    /// <summary>A flag as code knows it; null where code doesn't.</summary>
    public KnownFlag? Find(string section, string key) =>
        SchemaFlags.Of(schema) is { } flags && flags.Find(section, key) is { } flag ? new(flags.Class, flag) : null;
}
