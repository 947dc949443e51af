using System.CommandLine;
using System.Text;
using Slowroll.Schemas.Drift.Editing;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Starting;

/// <summary><c>slowroll init</c>: creates the files that a project begins with.</summary>
internal sealed class InitCommand : ToolCommand
{
    private const string SchemaEnd = ".schema.json";

    private const string FirstConfig = """
        {
          "$schema": "./{name}.schema.json",
          "features": {
            "example": { "stable": false }
          }
        }

        """;

    private readonly Argument<string> _folder = new("folder")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "where the files are (default: the current folder)",
    };

    private readonly Option<string> _name = new("--name")
    {
        HelpName = "name",
        Description = "what the config is called (default: the name of a schema that is there, else app_features)",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "prints what would be done, and writes nothing",
    };

    public InitCommand(Session session)
        : base(
            session,
            "init",
            "Creates the base schema, a schema and a first config, and prints the lines for the project file. What is "
                + "there stays as it is.",
            "init",
            "init src/Shop --name shop_features")
    {
        Arguments.Add(_folder);
        Options.Add(_name);
        Options.Add(_dryRun);
    }

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var folder = FileArgument.Path(call.GetValue(_folder) ?? ".", "The folder");
        if (File.Exists(folder))
            throw new UsageException($"'{OneLine.Escaped(folder)}' is a file. Name the folder of the project.");

        var name = ReadName(call.GetValue(_name)) ?? NameOfSchemaIn(folder) ?? "app_features";
        Create(folder, name, new(Session, call.GetValue(_dryRun)));
        foreach (var line in ProjectLines.For(folder, name))
            Session.Output.WriteLine(line);
        return Task.FromResult(ExitCode.Success);
    }

    private void Create(string folder, string name, NewFile files)
    {
        string At(string file) => folder == "." ? file : Path.Combine(folder, file);

        var (schema, config) = (At(name + SchemaEnd), At($"{name}.json"));
        var hasSchema = File.Exists(schema);
        var newConfig = hasSchema
            ? $"{{\n  \"$schema\": \"./{name}{SchemaEnd}\"\n}}\n"
            : FirstConfig.ReplaceLineEndings("\n").Replace("{name}", name, StringComparison.Ordinal);
        var document = ConfigInput.Read(File.Exists(config)
            ? InputReader.ReadFile(config, "The config")
            : new(config, Encoding.UTF8.GetBytes(newConfig))).Document;
        bool[] created =
        [
            files.Create(
                At(BaseSchemaFile.Name), BaseSchemaFile.Read(), "schemas refer to it, and editors complete with it"),
            !hasSchema && files.Create(
                schema,
                Encoding.UTF8.GetBytes(InferredSchema.Of(NewSchema.Text, document)!.ToString()),
                "it declares the flags, and becomes a class"),
            files.Create(config, Encoding.UTF8.GetBytes(newConfig), "it says how the flags are rolled out"),
        ];
        if (!created.Contains(true))
            Session.Output.WriteLine("The base schema, the schema and the config are there; nothing was changed.");
    }

    private static string? ReadName(string? name) => name switch
    {
        null => null,
        _ when name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') => name,
        _ => throw new UsageException(
            $"--name: '{OneLine.Of(UrlText.Shown(name))}' is no name of letters, digits, _ and -."),
    };

    private static string? NameOfSchemaIn(string folder) => !Directory.Exists(folder) ? null : Directory
        .EnumerateFiles(folder, $"*{SchemaEnd}")
        .Select(path => Path.GetFileName(path)[..^SchemaEnd.Length])
        .Where(name => $"{name}{SchemaEnd}" != BaseSchemaFile.Name && name.Length > 0)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();
}
