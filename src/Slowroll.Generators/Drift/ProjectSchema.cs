using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Drift;

namespace Slowroll.Generators.Drift;

/// <summary>A schema of a project, read once for all the configs that are held against it.</summary>
internal sealed class ProjectSchema(SchemaFile schema)
{
    // A text is the same object until somebody edits it, whatever happens to the code.
    private static readonly ConditionalWeakTable<SourceText, Reading> Known = new();

    private readonly Lazy<Reading?> _reading = new(() => schema.File.GetText() is { } text ? Read(schema, text) : null);

    public AdditionalText File => schema.File;

    public string Name => Path.GetFileName(File.Path);

    /// <summary>What it declares; null if it can't be read, which other rules tell.</summary>
    public DeclaredSchema? Declared => _reading.Value?.Declared;

    /// <summary>What is wrong with its defaults, as rollouts.</summary>
    public IReadOnlyList<DriftProblem> DefaultProblems => _reading.Value?.DefaultProblems ?? [];

    /// <summary>A flag as code knows it; null where code doesn't.</summary>
    public KnownFlag? Find(string section, string key) =>
        SchemaFlags.Of(schema) is { } flags && flags.Find(section, key) is { } flag ? new(flags.Class, flag) : null;

    private static Reading Read(SchemaFile schema, SourceText text)
    {
        var (name, schemaClass) = (Path.GetFileName(schema.File.Path), schema.Class?.FullName);
        var reading = Known.GetValue(text, text => new(name, schemaClass, text));
        return reading.Name == name && reading.Class == schemaClass ? reading : new(name, schemaClass, text); // the project file says something else since
    }

    private sealed class Reading(string name, string? schemaClass, SourceText text)
    {
        private IReadOnlyList<DriftProblem>? _defaultProblems;

        public string Name => name;

        public string? Class => schemaClass;

        public DeclaredSchema? Declared { get; } = DeclaredSchema.Read(name, text.ToString(), schemaClass, text.Encoding);

        public IReadOnlyList<DriftProblem> DefaultProblems => _defaultProblems ??= Declared is null ? [] : DefaultDrift.Find(Declared);
    }
}
