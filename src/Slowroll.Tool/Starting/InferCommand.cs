using System.CommandLine;
using System.Text;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Editing;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Starting;

/// <summary><c>slowroll infer</c>: declares the flags of a live config in a schema.</summary>
internal sealed class InferCommand : ToolCommand
{
    private const int MostNames = 20;

    private readonly Argument<string> _config = new("config") { Description = "the config: a file, a URL or -" };

    private readonly Option<string> _schema = new("--schema")
    {
        HelpName = "file",
        Description = "the schema; it is created if it isn't there. Without this option, the one that the config's "
            + "\"$schema\" names, or <name>.schema.json beside it; for a URL or - the schema is printed",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "prints what would be done, and writes nothing",
    };

    public InferCommand(Session session)
        : base(
            session,
            "infer",
            "Writes a schema for a live config. The types of the flags are those of 'stable' and 'new'. If the schema "
                + "is there, flags that are missing are declared, and nothing else is changed.",
            "infer app_features.json",
            "infer https://example.com/app_features.json --schema app_features.schema.json")
    {
        Arguments.Add(_config);
        Options.Add(_schema);
        Options.Add(_dryRun);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var given = call.GetValue(_schema);
        var path = given is null ? null : FileArgument.Path(given, $"What {_schema.Name} names");
        var config = ConfigInput.Read(await new InputReader(Session)
            .ReadAsync(call.GetRequiredValue(_config), "The config", cancellation).ConfigureAwait(false));
        path ??= config.File.IsFile ? SchemaOf(config) : null;
        var existing = path is not null && File.Exists(path) ? InputReader.ReadFile(path, "The schema") : null;
        var inferred = InferredSchema.Of(Readable(existing), config.Document)
            ?? throw new NotReadableException($"'{path}' is no schema with \"properties\" for the sections. Correct "
                + "it (slowroll check says where), or name another file with --schema.");
        if (path is null)
        {
            Session.Output.Write(inferred.ToString());
            return ExitCode.Success;
        }

        Write(path, existing, inferred, new(Session, call.GetValue(_dryRun)));
        foreach (var suggestion in EnumSuggestion.For(inferred.Flags, config.Document))
            Session.Output.WriteLine(suggestion);
        return ExitCode.Success;
    }

    private void Write(string path, TextFile? existing, InferredSchema inferred, NewFile files)
    {
        if (inferred.ToString() is var text && existing is not null && text == existing.Text)
        {
            Session.Output.WriteLine($"{OneLine.Escaped(path)}: declares all flags of the config; not changed.");
            return;
        }

        byte[] mark = existing is not null && existing.Bytes.Span.StartsWith(Encoding.UTF8.Preamble)
            ? [.. Encoding.UTF8.Preamble]
            : [];
        var names = OneLine.List(
            ", ", inferred.Flags, flag => MessageText.Flag(flag.Section, flag.Key));
        files.Write(
            path,
            (byte[])[.. mark, .. Encoding.UTF8.GetBytes(text)],
            $"{(existing is null ? "created" : "changed")}: {Amount.Of(inferred.Flags.Count, "flag")} "
                + $"declared ({names})");
        files.Create(
            Path.Combine(Path.GetDirectoryName(path) ?? "", BaseSchemaFile.Name), BaseSchemaFile.Read(),
            "the schema refers to it");
    }

    private static string Readable(TextFile? existing) => existing is null ? NewSchema.Text
        : existing.Encoding is UTF8Encoding && !existing.Text.Contains('\uFFFD') ? existing.Text
        : throw new NotReadableException(
            $"'{existing.GivenPath}' is not UTF-8. Convert it first: what can't be read would be lost.");

    // The one that the config names for its editor, if it is there.
    private static string SchemaOf(ConfigInput config)
    {
        var folder = Path.GetDirectoryName(config.File.GivenPath) ?? "";
        return config.Document.Schema is { } named
            && !UrlText.IsUrl(named)
            && Path.GetFileName(named) != BaseSchemaFile.Name
            && named.IndexOfAny(['?', '#', '\0']) < 0
            && File.Exists(Path.Combine(folder, named))
                ? Path.Combine(folder, named)
                : Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(config.File.GivenPath)}.schema.json");
    }
}
