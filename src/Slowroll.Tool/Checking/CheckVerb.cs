using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary><c>slowroll check</c>: checks configs against their schemas, as the build checks snapshots.</summary>
internal sealed class CheckVerb(ResultPrinter output)
{
    private const string Schema = "--schema", Previous = "--previous", AsOf = "--as-of";

    /// <exception cref="UsageException">The arguments are wrong, or a file doesn't exist.</exception>
    /// <exception cref="OutputLostException">What it found can't be printed.</exception>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments)
    {
        var problems = Check(Arguments.Read("check", arguments, Schema, Previous, AsOf));
        foreach (var ofFile in problems.GroupBy(problem => problem.Path))
        {
            foreach (var line in Lines([.. ofFile]))
                await output.WriteLineAsync(line).ConfigureAwait(false);
        }

        return problems.Exists(problem => problem.Severity is RuleSeverity.Error) ? ExitCode.Failure : ExitCode.Success;
    }

    private static IEnumerable<string> Lines(List<Problem> ofFile)
    {
        var reported = FindingLimit.Reported(ofFile, problem => problem.RuleId, problem => (int)problem.Severity)
            .Select(problem => problem.ToString());
        return FindingLimit.SentenceOfRest(ofFile.Count) is { } rest
            ? reported.Append(BuildMessage.Of(ofFile[0].Path, $"{rest}."))
            : reported;
    }

    private static List<Problem> Check(Arguments arguments)
    {
        List<string> configs = [.. arguments.Operands
            .Select(config => FileArgument.Path(config, "A config that is checked"))
            .DistinctBy(Path.GetFullPath)];
        var previous = arguments.Find(Previous) is { } earlierPath
            ? FileArgument.Path(earlierPath, $"What {Previous} names")
            : null;
        if (configs.Count == 0)
            throw new UsageException("Write: slowroll check <config> [--schema <schema>].");
        if (previous is not null && configs.Count > 1)
            throw new UsageException($"{Previous} goes with one config; check the others separately.");

        var settings = DriftSettings.Read(arguments.Find(AsOf), gracePeriod: null, AsOf);
        if (settings.Error is { } unreadable)
            throw new UsageException(UrlText.WithoutSecrets(unreadable));

        CheckedSchemas schemas =
            new(arguments.All(Schema).Select(schema => FileArgument.Path(schema, $"What {Schema} names")));
        var earlier = previous is null ? null : CheckedConfig.Read(previous);
        List<Problem> ofConfigs =
            [.. configs.SelectMany(config => CheckedConfig.Read(config).CheckAgainst(schemas, earlier, settings))];
        return [.. schemas.Problems, .. ofConfigs];
    }
}
