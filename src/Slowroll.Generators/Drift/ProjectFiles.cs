using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Drift;

namespace Slowroll.Generators.Drift;

/// <summary>What one compilation has: its schemas, its other files, and what it says about time.</summary>
internal sealed class ProjectFiles
{
    private readonly IReadOnlyList<AdditionalText> _files;
    private readonly IReadOnlyList<ProjectSchema> _schemas;
    private readonly string _folder;

    public ProjectFiles(AnalyzerOptions options)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var project = provider.GlobalOptions;
        _files = options.AdditionalFiles;
        _schemas = [.. _files.Where(file => provider.GetOptions(file).Metadata("Kind") is "schema").Select(file => new ProjectSchema(file))];
        _folder = project.Property("ProjectDir") ?? "";
        Settings = DriftSettings.Read(project.Property("SlowrollAsOf"), project.Property("SlowrollGracePeriod"));
    }

    public DriftSettings Settings { get; }

    /// <summary>The file at a path from the project's folder.</summary>
    public AdditionalText? Find(string path) => _files.FirstOrDefault(file => IsAt(file, path));

    /// <summary>The schema that a config is held against; null where there is none, with the reason if it is the project's to mend.</summary>
    /// <remarks>The project's word counts first, then <see cref="SchemaChoice"/>.</remarks>
    public (ProjectSchema? Schema, string? Reason) SchemaOf(ConfigFile config, ConfigDocument document)
    {
        if (config.Schema is { } path)
        {
            var named = _schemas.FirstOrDefault(schema => IsAt(schema.File, path));
            return (named, named is null ? $"The SlowrollConfig item says Schema=\"{path}\", and the project has no such SlowrollSchema item; it has {Names()}" : null);
        }

        var chosen = SchemaChoice.Choose(config.Name, document, _schemas, schema => schema.Name);
        var isUnclear = chosen is null && _schemas.Count > 0;
        return (chosen, isUnclear ? $"Nobody knows which schema this config is held against; add Schema=\"...\" to its SlowrollConfig item, with one of {Names()}" : null);
    }

    private string Names() => _schemas.Count == 0 ? "none" : string.Join(", ", _schemas.Select(schema => $"'{schema.Name}'"));

    private bool IsAt(AdditionalText file, string path) =>
        string.Equals(Full(file.Path), Full(Path.Combine(_folder, path.Replace('\\', '/'))), StringComparison.OrdinalIgnoreCase);

    private static string Full(string path) => Path.GetFullPath(path).Replace('\\', '/');
}
