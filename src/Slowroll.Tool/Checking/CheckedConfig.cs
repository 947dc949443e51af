using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Checking;

/// <summary>A config that is checked, or the earlier one that it replaces.</summary>
internal sealed class CheckedConfig
{
    private readonly TextFile _file;

    /// <summary>A config.</summary>
    public CheckedConfig(TextFile file) => (_file, Document) = (file, ConfigDocument.Read(file.Text, file.Encoding));

    /// <summary>The file's name, without its folder.</summary>
    public string Name => _file.Name;

    public ConfigDocument Document { get; }

    /// <summary>How many flags it has.</summary>
    public int FlagCount => Document.Flags.Count();

    /// <summary>The full path of a file that it refers to, such as its schema; null if that is no file of this
    /// machine.</summary>
    public string? PathOf(string reference) =>
        _file.IsFile
            && Uri.TryCreate(new Uri(_file.Path), reference, out var url)
            && url is { IsFile: true, Fragment: "" }
            ? url.LocalPath
            : null;

    /// <summary>Everything that is wrong with it, and why <paramref name="earlier"/> can't be compared.</summary>
    public IEnumerable<Problem> CheckAgainst(CheckedSchemas schemas, CheckedConfig? earlier, DriftSettings settings)
    {
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
            .. unclear is null ? [] : new[] { Problem.NoSchema(_file, Document.SchemaRange, unclear) },
            .. drift.Find().Select(problem => Problem.Of(_file, problem)),
            .. earlier is null ? [] : earlier.ProblemsOfComparing(drift),
        ];
    }

    private IEnumerable<Problem> ProblemsOfComparing(ConfigDrift drift) =>
        drift.FindInEarlier().Select(problem => Problem.Of(_file, problem));
}
