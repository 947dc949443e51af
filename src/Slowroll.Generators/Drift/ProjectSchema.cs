using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Generators.Drift;

/// <summary>A schema of a project, read once for all its configs.</summary>
internal sealed class ProjectSchema(SchemaFile schema)
{
    private static readonly PerText<(string FileName, string? Class), Reading> Texts =
        new((text, names) => new(DeclaredSchema.Read(names.FileName, text.ToString(), names.Class, text.Encoding)));

    private readonly Lazy<Reading?> _reading = new(() => schema.File.GetText() is { } text
        ? Texts.Of(text, (Path.GetFileName(schema.File.Path), schema.Class?.FullName))
        : null);

    public AdditionalText File => schema.File;

    public string Name => Path.GetFileName(File.Path);

    /// <summary>What it declares; null if it can't be read, which other rules report.</summary>
    public DeclaredSchema? Declared => _reading.Value?.Declared;

    /// <summary>What is wrong with its defaults, as rollouts.</summary>
    public IReadOnlyList<DriftProblem> DefaultProblems => _reading.Value?.DefaultProblems ?? [];

    /// <summary>A flag as the generated class has it; null if the class doesn't.</summary>
    public KnownFlag? Find(string section, string key) =>
        SchemaFlags.Of(schema) is { } flags && flags.Find(section, key) is { } flag ? new(flags.Class, flag) : null;

    private sealed class Reading(DeclaredSchema? declared)
    {
        private readonly Lazy<IReadOnlyList<DriftProblem>> _defaultProblems =
            new(() => declared is null ? [] : DefaultDrift.Find(declared));

        public DeclaredSchema? Declared => declared;

        public IReadOnlyList<DriftProblem> DefaultProblems => _defaultProblems.Value;
    }
}
