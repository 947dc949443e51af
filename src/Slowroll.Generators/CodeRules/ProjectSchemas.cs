using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.CodeRules;

/// <summary>The schemas of a project, read when they are first needed.</summary>
internal sealed class ProjectSchemas
{
    private readonly Lazy<IReadOnlyList<(AdditionalText File, SchemaFlags? Flags)>> _schemas;

    public ProjectSchemas(AnalyzerOptions options) => _schemas = new(() =>
    [
        .. options.AdditionalFiles
            .Select(file => SchemaFile.From(file, options.AnalyzerConfigOptionsProvider))
            .Where(schema => schema is not null)
            .Select(schema => (schema!.File, SchemaFlags.Of(schema))),
    ]);

    /// <summary>The files, with what they say as far as it can be read.</summary>
    public IReadOnlyList<(AdditionalText File, SchemaFlags? Flags)> Files => _schemas.Value;

    /// <summary>The schemas that may have a flag.</summary>
    /// <param name="className">The class whose config is asked, with <c>global::</c>; null if that can't be
    /// known.</param>
    public SchemaSelection Select(string? className)
    {
        List<SchemaFlags> all = [.. Files.Select(schema => schema.Flags).OfType<SchemaFlags>()];
        List<SchemaFlags> own = all.FindAll(schema => className == $"global::{schema.Class.FullName}");
        return own.Count > 0
            ? new(own, own.TrueForAll(schema => schema.IsComplete))
            : new(all, HaveClasses(all) && all.TrueForAll(schema => schema.IsComplete));
    }

    // Of two that need one name, the second gets no class.
    private bool HaveClasses(List<SchemaFlags> all)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return all.Count == Files.Count && all.SelectMany(schema => schema.Class.TakenNames).All(taken.Add);
    }
}

/// <summary>Schemas that are asked together.</summary>
/// <param name="Schemas">The schemas.</param>
/// <param name="IsComplete">Whether they were read without a mistake, so that a flag that they don't have doesn't
/// exist.</param>
internal sealed record SchemaSelection(IReadOnlyList<SchemaFlags> Schemas, bool IsComplete)
{
    public IEnumerable<string> Sections => Schemas.SelectMany(schema => schema.Sections).Distinct();

    public IEnumerable<string> Keys(string section) => Schemas.SelectMany(schema => schema.Keys(section)).Distinct();

    public IReadOnlyList<KnownFlag> Find(string section, string key) =>
    [
        .. Schemas
            .Select(schema => schema.Find(section, key) is { } flag ? new KnownFlag(schema.Class, flag) : null)
            .OfType<KnownFlag>(),
    ];
}

/// <summary>A flag of a schema.</summary>
/// <param name="Class">The schema's class.</param>
/// <param name="Flag">The flag.</param>
internal sealed record KnownFlag(SchemaClass Class, FlagModel Flag)
{
    /// <summary>The flag by its two names, for a message.</summary>
    public string Path => MessageText.Flag(Flag.Section, Flag.Key);
}
