using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Checking;

/// <summary>A config that is held against a schema, or that is to be replaced by one that is.</summary>
internal sealed class CheckedConfig
{
    // A compiler would guess at another encoding; the running program refuses the config.
    private static readonly DriftProblem NotUtf8 =
        new(DriftRules.NotJson, default, null, null, new(["Its bytes are not UTF-8. Save the config as UTF-8."]));

    private readonly TextFile _file;

    private CheckedConfig(TextFile file) => (_file, Document) = (file, ConfigDocument.Read(file.Text));

    /// <summary>The file's name, without its folder.</summary>
    public string Name => _file.Name;

    public ConfigDocument Document { get; }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static CheckedConfig Read(string path) => new(TextFile.Read(path));

    /// <summary>The full path of what it says beside itself, such as its schema; null if that is no file of this machine.</summary>
    public string? PathOf(string reference) =>
        Uri.TryCreate(new Uri(_file.Path), reference, out var url) && url is { IsFile: true, Fragment: "" } ? url.LocalPath : null;

    /// <summary>All that is wrong with it, and why <paramref name="earlier"/> can't be compared.</summary>
    public IEnumerable<Problem> HoldAgainst(CheckedSchemas schemas, CheckedConfig? earlier, DriftSettings settings)
    {
        if (!_file.IsUtf8)
            return [Problem.Of(_file, NotUtf8)];

        var (schema, unclear) = Document.IsReadable ? schemas.Choose(this) : (null, null);
        ConfigDrift drift = new()
        {
            Config = Document,
            Schema = schema?.Declared,
            Settings = settings,
            Earlier = earlier is null ? null : new(earlier._file.GivenPath, earlier.Document),
        };
        return
        [
            .. unclear is null ? [] : new[] { Problem.HeldAgainstNothing(_file, Document.SchemaRange, unclear) },
            .. Problem.Enabled(drift.Find().Select(problem => Problem.Of(_file, problem))),
            .. earlier is null ? [] : earlier.ProblemsOfComparing(drift),
        ];
    }

    private IEnumerable<Problem> ProblemsOfComparing(ConfigDrift drift) =>
        (_file.IsUtf8 ? drift.FindInEarlier() : [NotUtf8]).Select(problem => Problem.Of(_file, problem));
}
