using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Checking;

/// <summary>The schemas of one call: those that the arguments name, else those that the configs name for their
/// editors.</summary>
internal sealed class CheckedSchemas
{
    private readonly Dictionary<string, CheckedSchema> _byPath = [];
    private readonly List<CheckedSchema> _given;

    /// <exception cref="NotReadableException">A file can't be read.</exception>
    public CheckedSchemas(IEnumerable<string> given) => _given = [.. given.Select(Read).Distinct()];

    /// <summary>The problems of all that were read.</summary>
    public IEnumerable<Problem> Problems => _byPath.Values.SelectMany(schema => schema.Problems);

    /// <summary>The schema of a config; null if there is none, with the reason and what to do.</summary>
    /// <exception cref="NotReadableException">The file that the config names can't be read.</exception>
    public (CheckedSchema? Schema, string? Reason) Choose(CheckedConfig config) =>
        _given.Count == 0 ? NamedBy(config)
        : SchemaChoice.Choose(config.Name, config.Document, _given, schema => schema.Name) is { } chosen
            ? (chosen, null)
        : (null, "It isn't known which of the schemas this config belongs to; check it separately, with one --schema");

    private (CheckedSchema? Schema, string? Reason) NamedBy(CheckedConfig config) =>
        config.Document.Schema is not { } reference
            ? (null, "It isn't known which schema this config belongs to, since it has no \"$schema\"; name one "
                + "with --schema")
        : config.PathOf(reference) is not { } path
            ? (null, $"\"$schema\" says \"{MessageText.Of(UrlText.WithoutSecrets(reference))}\", which is no file of "
                + "this machine, and nothing is fetched; name the schema with --schema")
        : !File.Exists(path)
            ? (null, $"\"$schema\" says \"{MessageText.Of(reference)}\", and there is no file "
                + $"'{MessageText.Path(path)}'; correct it, or name the schema with --schema")
        : (Read(path), null);

    private CheckedSchema Read(string path)
    {
        var fullPath = Path.GetFullPath(FileArgument.Path(path, "What --schema names"));
        return _byPath.TryGetValue(fullPath, out var known) ? known : _byPath[fullPath] = CheckedSchema.Read(path);
    }
}
