using System.Globalization;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Pulling;

/// <summary><c>slowroll pull</c>: reads the arguments, pulls, and prints the result.</summary>
internal sealed class PullVerb(ResultPrinter output, FaultPrinter error)
{
    private const string ETagFile = "--etag-file", Timeout = "--timeout", Failure = "--failure";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read("pull", arguments, ETagFile, Timeout, Failure);
        var wordOfFailure = ReadWord(read.Find(Failure));
        using var pull = Read(read);
        var result = await pull.RunAsync().ConfigureAwait(false);
        var isFailed = result.Outcome is PullOutcome.Failed;
        foreach (var fault in result.Faults)
        {
            var line = BuildMessage.Of(
                pull.Snapshot.Path, isFailed ? wordOfFailure : "warning", BuildRules.NotPulled.Id, fault);
            await error.WriteLineAsync(line).ConfigureAwait(false);
        }

        if (isFailed)
            return ExitCode.Failure;

        await output.WriteLineAsync(BuildMessage.Of(pull.Snapshot.Path, result.Outcome is PullOutcome.Changed
            ? $"fetched from {pull.Source}; look at the difference before you commit it."
            : $"still what {pull.Source} has.")).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static Pull Read(Arguments arguments)
    {
        if (arguments.Operands is not [var url, { Length: > 0 } file])
            throw new UsageException("Write: slowroll pull <url> <file>.");

        var source = ReadUrl(url);
        Snapshot snapshot = new(FileArgument.Path(file, "The snapshot"));
        var versionFile =
            arguments.Find(ETagFile) is { } path ? FileArgument.Path(path, $"What {ETagFile} names") : null;
        if (versionFile is not null && Path.GetFullPath(versionFile) == snapshot.Path)
        {
            throw new UsageException(
                $"What {ETagFile} names is the snapshot itself. Store the version in another file.");
        }

        return new(source, snapshot) { ETagFile = versionFile, TimeLimit = ReadTimeLimit(arguments.Find(Timeout)) };
    }

    // A build should continue with its snapshot, and an error would stop it.
    private static string ReadWord(string? word) => word switch
    {
        null => "error",
        "error" or "warning" => word,
        _ => throw new UsageException(
            $"The {Failure} '{MessageText.Of(UrlText.Shown(word))}' is neither error nor warning."),
    };

    // It isn't shown: even a text that is no URL may have a password in it.
    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException(
                "That is no http or https address. Write it like https://example.com/app_features.json.");

    private static TimeSpan ReadTimeLimit(string? seconds) => seconds switch
    {
        null => Pull.DefaultTimeLimit,
        _ when double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= Longest.TotalSeconds => TimeSpan.FromSeconds(number),
        _ => throw new UsageException(
            $"The {Timeout} '{MessageText.Of(UrlText.Shown(seconds))}' is no number of seconds, up to a day's. Write "
                + "it like 30."),
    };
}
