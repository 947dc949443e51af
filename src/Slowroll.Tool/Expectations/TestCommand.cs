using System.CommandLine;
using System.Text;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Expectations;

/// <summary><c>slowroll test</c>: tests what is expected of configs.</summary>
internal sealed class TestCommand : ToolCommand
{
    private readonly Argument<string[]> _specs = new("spec")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "the files of expectations: files, URLs, or - for the standard input",
    };

    private readonly Option<string> _config = new("--config")
    {
        HelpName = "config",
        Description = "the config that is tested, in place of those that the specs name: a file, a URL, or -",
    };

    private readonly Option<bool> _schema = new("--schema")
    {
        Description = "prints the JSON Schema of specs, for editors",
    };

    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json, OutputFormat.GitHub);

    public TestCommand(Session session)
        : base(
            session,
            "test",
            "Tests what is expected of a config: who has what by when, and how large a share is. A failure says when "
                + "the expectation would hold.",
            "test app_features.test.json",
            "test app_features.test.json --config https://example.com/app_features.json --format github",
            "test --schema > slowroll-test.schema.json")
    {
        Arguments.Add(_specs);
        Options.Add(_config);
        Options.Add(_format);
        Options.Add(_schema);
    }

    /// <summary>The JSON Schema of specs.</summary>
    public static string Schema
    {
        get
        {
            using StreamReader reader = new(
                typeof(TestCommand).Assembly.GetManifestResourceStream("slowroll-test.schema.json")!, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var format = _format.Read(call);
        var specs = call.GetValue(_specs) ?? [];
        if (call.GetValue(_schema))
        {
            Session.Output.Write(Schema);
            return ExitCode.Success;
        }

        if (specs.Length == 0)
            throw new UsageException($"Write: {Usage.SynopsisOf(this)}.");

        InputReader inputs = new(Session);
        List<Spec> read = [];
        var isRefused = false;
        foreach (var given in specs)
        {
            var (spec, faults) = SpecReader.Read(
                await inputs.ReadAsync(given, "A spec", cancellation).ConfigureAwait(false));
            foreach (var line in faults.Lines)
                Session.Errors.WriteLine(line);
            isRefused |= faults.AreThere;
            read.Add(spec);
        }

        if (isRefused)
            return ExitCode.NotReadable;

        var results = await TestAsync(read, call.GetValue(_config), inputs, cancellation).ConfigureAwait(false);
        Print(format, results);
        return results.Exists(spec => spec.Failed > 0) ? ExitCode.Found : ExitCode.Success;
    }

    private static async Task<List<SpecResult>> TestAsync(
        List<Spec> specs, string? config, InputReader inputs, CancellationToken cancellation)
    {
        var given = config is null
            ? null
            : await inputs.ReadAsync(config, "The config", cancellation).ConfigureAwait(false);
        List<SpecResult> results = [];
        foreach (var spec in specs)
        {
            var file = given ?? await ReadAsync(spec, inputs, cancellation).ConfigureAwait(false);
            ExpectationTest test = new(new(file, spec.Hasher));
            results.Add(new(spec, file.GivenPath, [.. spec.Expectations.Select(test.Run)]));
        }

        return results;
    }

    private static Task<TextFile> ReadAsync(Spec spec, InputReader inputs, CancellationToken cancellation)
    {
        var config = spec.Config ?? throw new UsageException(
            $"{OneLine.Of(spec.File.GivenPath)} names no config: write \"config\" into it, or --config.");
        return inputs.ReadAsync(
            UrlText.IsUrl(config) || config == "-" ? config : Spec.PathFrom(spec.File, config), "The config",
            cancellation);
    }

    private void Print(OutputFormat format, List<SpecResult> results)
    {
        if (format == OutputFormat.Json)
            TestResultJson.Print(Session.Output, results);
        foreach (var spec in format == OutputFormat.Json ? [] : results)
        {
            if (format == OutputFormat.GitHub)
                TestResultText.PrintAnnotations(Session.Output, spec);
            else
                TestResultText.Print(Session.Output, spec);
        }
    }
}
