using System.CommandLine;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Checking;

/// <summary><c>slowroll check</c>: checks configs against their schemas, as the build checks snapshots.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly Argument<string[]> _configs = new("config")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "the configs: files, URLs, or - for the standard input",
    };

    private readonly Option<string[]> _schema = new("--schema")
    {
        HelpName = "file",
        Description = "a schema. Without it, the file that the config's \"$schema\" names; of several, each "
            + "config takes the one that fits its name or its \"$schema\". It is an error to have none",
    };

    private readonly Option<string> _previous = new("--previous")
    {
        HelpName = "config",
        Description = "the config that this one replaces: the hosts that lose the new value are reported. It works "
            + "with one config",
    };

    private readonly Option<string> _asOf = new("--as-of")
    {
        HelpName = "time",
        Description = "the day or time that counts as now, such as 2030-01-31: rollouts that are finished by then are "
            + "reported, and the config is compared with --previous at it",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "warnings are errors" };

    private readonly Option<string[]> _error = new("--error")
    {
        HelpName = "rule",
        Description = "a rule whose findings are errors, such as SLOW3010; it may be given several times",
    };

    private readonly FormatOption _format = new(
        OutputFormat.Text, OutputFormat.Json, OutputFormat.Sarif, OutputFormat.GitHub, OutputFormat.Markdown);

    public CheckCommand(Session session)
        : base(
            session,
            "check",
            "Checks configs against their schemas, and prints each finding with its line and column, as the build "
                + "does with snapshots.",
            "check app_features.json --schema app_features.schema.json",
            "check new.json --previous https://example.com/app_features.json --as-of 2030-01-31")
    {
        Arguments.Add(_configs);
        Options.Add(_schema);
        Options.Add(_previous);
        Options.Add(_asOf);
        Options.Add(_strict);
        Options.Add(_error);
        Options.Add(_format);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var format = _format.Read(call);
        var report = await CheckAsync(call, cancellation).ConfigureAwait(false);
        foreach (var line in CheckPrinter.Lines(report, format))
            Session.Output.WriteLine(line);
        return report.Count(RuleSeverity.Error) > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private async Task<CheckReport> CheckAsync(ParseResult call, CancellationToken cancellation)
    {
        List<string> paths = [.. call.GetRequiredValue(_configs).DistinctBy(PlaceOf)];
        var previous = call.GetValue(_previous);
        if (previous is not null && paths.Count > 1)
            throw new UsageException($"{_previous.Name} goes with one config; check the others separately.");

        var settings = DriftSettings.Read(call.GetValue(_asOf), gracePeriod: null, _asOf.Name);
        if (settings.Error is { } unreadable)
            throw new UsageException(UrlText.WithoutSecrets(unreadable));

        RuleSettings rules = new(call.GetValue(_strict), call.GetValue(_error) ?? []);
        CheckedSchemas schemas = new(call.GetValue(_schema) ?? []);
        InputReader inputs = new(Session);
        List<CheckedConfig> configs = [];
        foreach (var path in paths)
        {
            configs.Add(new(await inputs.ReadAsync(path, "A config that is checked", cancellation)
                .ConfigureAwait(false)));
        }

        var earlier = previous is null
            ? null
            : new CheckedConfig(await inputs.ReadAsync(previous, $"What {_previous.Name} names", cancellation)
                .ConfigureAwait(false));
        List<Problem> ofConfigs =
            [.. configs.SelectMany(config => config.CheckAgainst(schemas, earlier, settings))];
        return new(
            configs.Count, configs.Sum(config => config.FlagCount),
            [.. rules.Apply([.. schemas.Problems, .. ofConfigs])]);
    }

    private static string PlaceOf(string given) => given is "-" or "" || given.Contains('\0') || UrlText.IsUrl(given)
        ? given
        : Path.GetFullPath(given);
}
