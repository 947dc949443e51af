using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Checking;

/// <summary>A schema that configs are held against.</summary>
internal sealed class CheckedSchema
{
    private CheckedSchema(TextFile file)
    {
        Name = file.Name;
        Declared = DeclaredSchema.Read(file.Name, file.Text);
        Problems = Declared is null ? [.. Problem.Enabled(ProblemsOf(file))] : [];
    }

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <summary>What it declares; null if it can't be read.</summary>
    public DeclaredSchema? Declared { get; }

    /// <summary>Why it can't be read. All else that may be wrong with it is the build's business.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static CheckedSchema Read(string path) => new(TextFile.Read(path));

    /// <summary>The schema that a config names for its editor, if it lies on this machine; a list of one or none.</summary>
    public static List<CheckedSchema> NamedBy(ConfigDocument config, TextFile file) =>
        config.Schema is { } reference
        && Uri.TryCreate(new Uri(file.Path), reference, out var url)
        && url is { IsFile: true, Fragment: "" }
        && File.Exists(url.LocalPath)
            ? [Read(url.LocalPath)]
            : [];

    // No class is made of it, so that any name will do.
    private static IEnumerable<Problem> ProblemsOf(TextFile file) =>
        SchemaReader.Read(file.Text, new SchemaClass { FileName = file.Name, Namespace = "", Name = "Schema", IsPublic = false })
            .Problems.Select(problem => Problem.Of(file, problem));
}
