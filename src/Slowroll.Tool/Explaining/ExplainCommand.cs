using System.CommandLine;
using System.Text.Json;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Explaining;

/// <summary><c>slowroll explain</c>: what flags answer hash keys, and why.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> _flag = new("flag")
    {
        Description = "the flag: its section, a dot and its key. Without another argument, or with --all, it is a hash "
            + "key, and all flags are explained",
    };

    private readonly Argument<string[]> _hashKeys = new("hash-key")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "what the rollouts hash, such as host names or user ids; - reads one from each line of the "
            + "standard input",
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "explains all flags; every argument is a hash key",
    };

    private readonly Option<string> _config = new("--config")
    {
        HelpName = "config",
        Description = "the config: a file, a URL, or - for the standard input. It is needed",
    };

    private readonly InstantOption _at = new("--at", "the instant that is asked for (default: now)");
    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
    private readonly HasherOption _hasher = new();

    public ExplainCommand(Session session)
        : base(
            session,
            "explain",
            "Says which value a hash key gets from a flag, why, and when that changes. Locks of this machine have no "
                + "effect.",
            "explain features.fast_index web-1 --config app_features.json",
            "explain features.fast_index - --config https://example.com/app_features.json < hosts.txt",
            "explain --all web-1 web-2 --config app_features.json --at \"2030-03-05 12:00Z\"")
    {
        Arguments.Add(_flag);
        Arguments.Add(_hashKeys);
        foreach (Option option in new Option[] { _config, _all, _at, _format, _hasher })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var at = _at.Read(call, Session.Clock);
        var format = _format.Read(call);
        var hasher = _hasher.Read(call);
        var given = call.GetValue(_config) ?? throw new UsageException(
            $"Name the config: {Usage.SynopsisOf(this)} {_config.Name} <config>.");
        InputReader inputs = new(Session);
        var file = await inputs.ReadAsync(given, "The config", cancellation).ConfigureAwait(false);
        AskedConfig config = new(file, hasher);

        var first = call.GetRequiredValue(_flag);
        var others = call.GetValue(_hashKeys) ?? [];
        var isAll = call.GetValue(_all) || IsHashKey(config.Document, first, others);
        IReadOnlyList<ConfigFlag> flags = isAll
            ? [.. config.Document.Flags]
            : [FlagArgument.Find(config.Document, first, $"To explain all flags to hash keys, write {_all.Name}.")];
        var hashKeys = await HashKeyList.ReadAsync(isAll ? [first, .. others] : others, inputs, cancellation)
            .ConfigureAwait(false);
        Print(format, at, Explain(config, at, flags, hashKeys), flags.Count, hashKeys.Count);
        return ExitCode.Success;
    }

    private static IEnumerable<Explanation> Explain(
        AskedConfig config, DateTimeOffset at, IEnumerable<ConfigFlag> flags, IReadOnlyList<string> hashKeys)
    {
        var asked = config.At(at);
        List<(ConfigFlag Flag, Flag<JsonElement> Answers)> found =
            [.. flags.Select(flag => (flag, AskedConfig.FlagOf(asked, flag.Section, flag.Key)))];
        return
            from hashKey in hashKeys
            from flag in found
            select new Explanation(
                flag.Flag.Section, flag.Flag.Key, hashKey, at, flag.Answers.Explain(hashKey));
    }

    private void Print(
        OutputFormat format, DateTimeOffset at, IEnumerable<Explanation> explanations, int flags, int hashKeys)
    {
        if (format == OutputFormat.Json)
            ExplanationJson.Print(Session.Output, at, explanations);
        else if (format == OutputFormat.Markdown)
            ExplanationMarkdown.Print(Session.Output, at, [.. explanations]);
        else if (flags == 0)
            Session.Output.WriteLine("The config has no flags.");
        else if (flags * (long)hashKeys == 1)
            ExplanationText.PrintOne(Session, explanations.Single());
        else
            ExplanationText.PrintMany(Session, [.. explanations]);
    }

    // A flag that is misspelled must not become a hash key.
    private bool IsHashKey(ConfigDocument config, string given, string[] others)
    {
        if (others.Length > 0)
            return false;
        if (given == "-")
            return true;

        var near = FlagArgument.All(config, given).Count > 0 ? given : FlagArgument.Near(config, given);
        return near is null ? true : throw new UsageException(
            $"'{OneLine.Of(UrlText.Shown(given))}' is {(near == given ? "" : $"nearly '{OneLine.Of(near)}', ")}a flag: "
                + $"write the hash keys after it, or {_all.Name} if it is a hash key.");
    }
}
