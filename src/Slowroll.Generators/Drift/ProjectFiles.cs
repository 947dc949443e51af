using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Drift;

/// <summary>The schemas and configs of one compilation, and its settings of time.</summary>
internal sealed class ProjectFiles
{
    private const int MostNames = 10;

    private readonly IReadOnlyList<AdditionalText> _files;
    private readonly IReadOnlyList<ProjectSchema> _schemas;
    private readonly Lazy<IReadOnlyList<ConfigFile>> _configs;
    private readonly ConcurrentDictionary<AdditionalText, ConfigDocument> _documents = new();
    private readonly string _folder;

    public ProjectFiles(AnalyzerOptions options)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var project = provider.GlobalOptions;
        _files = options.AdditionalFiles;
        _schemas = [.. _files.Select(file => SchemaFile.From(file, provider))
            .OfType<SchemaFile>()
            .Select(schema => new ProjectSchema(schema))];
        _configs = new(() => [.. _files.Select(file => ConfigFile.From(file, provider)).OfType<ConfigFile>()]);
        _folder = project.Property("ProjectDir") ?? "";
        Settings = DriftSettings.Read(project.Property("SlowrollAsOf"), project.Property("SlowrollGracePeriod"));
    }

    public DriftSettings Settings { get; }

    public IReadOnlyList<ProjectSchema> Schemas => _schemas;

    /// <summary>The file at a path relative to the project's folder.</summary>
    public AdditionalText? Find(string path) => _files.FirstOrDefault(file => IsAt(file, path));

    /// <summary>A config's text, read once; an empty one if there is none.</summary>
    public ConfigDocument Read(AdditionalText file) => _documents.GetOrAdd(file, _ =>
    {
        var text = file.GetText();
        return ConfigDocument.Read($"{text}", text?.Encoding);
    });

    /// <summary>All configs of a schema.</summary>
    public IReadOnlyList<ConfigDocument> ConfigsOf(ProjectSchema schema) =>
    [
        .. _configs.Value.Select(config => (config, Document: Read(config.File)))
            .Where(each => SchemaOf(each.config, each.Document).Schema == schema)
            .Select(each => each.Document),
    ];

    /// <summary>Why an earlier config can't be compared with those that replace it.</summary>
    public IEnumerable<DriftProblem> ProblemsOfEarlier(AdditionalText earlier) => _configs.Value
        .Where(config => config.Previous is { } path && IsAt(earlier, path))
        .SelectMany(config => new ConfigDrift
        {
            Config = Read(config.File),
            Schema = null,
            Settings = Settings,
            Earlier = new(config.Previous!, Read(earlier)),
        }.FindInEarlier())
        .Distinct();

    /// <summary>Whether problems of the whole project are reported in this config.</summary>
    public bool IsFirst(ConfigFile config) => ReferenceEquals(_configs.Value[0].File, config.File);

    /// <summary>The schema of a config; null if there is none, with the reason if the project should name
    /// one.</summary>
    /// <remarks>The schema that the project names counts first, then <see cref="SchemaChoice"/>.</remarks>
    public (ProjectSchema? Schema, string? Reason) SchemaOf(ConfigFile config, ConfigDocument document)
    {
        if (config.Schema is { } path)
        {
            var named = _schemas.FirstOrDefault(schema => IsAt(schema.File, path));
            return (named, named is null ? $"The SlowrollConfig item says Schema=\"{MessageText.Path(path)}\", and "
                + $"the project has no such SlowrollSchema item; it has {Names()}" : null);
        }

        var chosen = SchemaChoice.Choose(config.Name, document, _schemas, schema => schema.Name);
        var isUnclear = chosen is null && _schemas.Count > 0;
        return (chosen, isUnclear ? "It isn't known which schema this config belongs to; add Schema=\"...\" to its "
            + $"SlowrollConfig item, with one of {Names()}" : null);
    }

    private string Names() => _schemas.Count == 0
        ? "none"
        : string.Join(", ", _schemas.Take(MostNames).Select(schema => $"'{MessageText.Of(schema.Name)}'"))
        + (_schemas.Count > MostNames ? $" and {_schemas.Count - MostNames} more" : "");

    private bool IsAt(AdditionalText file, string path) =>
        string.Equals(
            Full(file.Path), Full(Path.Combine(_folder, path.Replace('\\', '/'))), StringComparison.OrdinalIgnoreCase);

    private static string Full(string path) => Path.GetFullPath(path).Replace('\\', '/');
}
