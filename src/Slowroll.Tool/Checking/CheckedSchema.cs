using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Checking;

/// <summary>A schema that configs are checked against.</summary>
internal sealed class CheckedSchema
{
    private CheckedSchema(TextFile file)
    {
        Name = file.Name;
        Declared = DeclaredSchema.Read(file.Name, file.Text, encoding: file.Encoding);
        Problems =
        [
            .. SchemaReader.Read(file.Text, ClassOf(file.Name), file.Encoding).Problems
                .Select(problem => Problem.Of(file, problem)),
            .. (Declared is null ? [] : DefaultDrift.Find(Declared)).Select(problem => Problem.Of(file, problem)),
        ];
    }

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <summary>What it declares; null if it can't be read.</summary>
    public DeclaredSchema? Declared { get; }

    /// <summary>What is wrong with it. Configs are checked only against what could be read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <exception cref="UsageException">It is no path.</exception>
    /// <exception cref="NotReadableException">The file can't be read.</exception>
    public static CheckedSchema Read(string path) => new(InputReader.ReadFile(path, "What --schema names"));

    // The class that the build makes of it, unless a project gives another name. If no name can be made, the build
    // reports it.
    private static SchemaClass ClassOf(string fileName) => new()
    {
        FileName = fileName,
        Namespace = "",
        Name = ReservedNames.ForClass(Identifier.Pascal(SchemaName.Stem(fileName)) ?? "Schema"),
        IsPublic = false,
    };
}
