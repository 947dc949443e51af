using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Checking;

/// <summary><c>slowroll check</c>: holds configs against their schemas, as the build does with snapshots.</summary>
internal sealed class CheckVerb(TextWriter output)
{
    private const string Schema = "--schema";

    // Nobody has said what counts as today: no rollout is finished.
    private static readonly DriftSettings Settings = DriftSettings.Read(asOf: null, gracePeriod: null);

    // A compiler would guess at another encoding; the running program refuses the config.
    private static readonly DriftProblem NotUtf8 =
        new(DriftRules.NotJson, default, null, null, new(["Its bytes are not UTF-8. Save the config as UTF-8."]));

    /// <exception cref="UsageException">The arguments are wrong, or a file isn't there.</exception>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read("check", arguments, Schema);
        if (read.Operands.Count == 0)
            throw new UsageException("Write: slowroll check <config> [--schema <schema>].");

        List<CheckedSchema> schemas = [.. read.All(Schema).Select(CheckedSchema.Read)];
        List<Problem> problems =
        [
            .. schemas.SelectMany(schema => schema.Problems),
            .. read.Operands.SelectMany(config => Check(config, schemas)),
        ];
        foreach (var problem in problems)
            await output.WriteLineAsync(problem.ToString()).ConfigureAwait(false);

        return problems.Exists(problem => problem.Severity is DiagnosticSeverity.Error) ? ExitCode.Failure : ExitCode.Success;
    }

    private static IEnumerable<Problem> Check(string path, List<CheckedSchema> given)
    {
        var file = TextFile.Read(path);
        if (!file.IsUtf8)
            return [Problem.Of(file, NotUtf8)];

        var config = ConfigDocument.Read(file.Text);
        var schemas = given.Count > 0 ? given : CheckedSchema.NamedBy(config, file);
        var schema = SchemaChoice.Choose(file.Name, config, schemas, schema => schema.Name);
        if (schema is null && schemas.Count > 0)
            throw new UsageException($"Nobody knows against which schema '{path}' is held. Check it apart, with one {Schema}.");

        var drift = new ConfigDrift { Config = config, Schema = schema?.Declared, Settings = Settings };
        return Problem.Enabled(drift.Find().Select(problem => Problem.Of(file, problem)))
            .Concat(given.Count > 0 ? [] : schemas.SelectMany(found => found.Problems));
    }
}
