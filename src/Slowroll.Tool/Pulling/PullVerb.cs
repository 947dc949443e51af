using System.Globalization;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Pulling;

/// <summary><c>slowroll pull</c>: reads the arguments, and tells what has become of the snapshot.</summary>
internal sealed class PullVerb(TextWriter output, TextWriter error)
{
    private const string ETagFile = "--etag-file", Timeout = "--timeout";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments)
    {
        using var pull = Read(Arguments.Read("pull", arguments, ETagFile, Timeout));
        var result = await pull.RunAsync().ConfigureAwait(false);
        foreach (var warning in result.Warnings)
            await error.WriteLineAsync(BuildMessage.Of(pull.Snapshot.Path, "warning", warning)).ConfigureAwait(false);

        if (result.Outcome is PullOutcome.Failed)
            return ExitCode.Failure;

        await output.WriteLineAsync(BuildMessage.Of(pull.Snapshot.Path, result.Outcome is PullOutcome.Changed
            ? $"fetched from {pull.Source}; look at the difference before you commit it."
            : $"still what {pull.Source} has.")).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static Pull Read(Arguments arguments) => arguments.Operands switch
    {
        [var url, { Length: > 0 } file] => new(ReadUrl(url), new(file))
        {
            ETagFile = arguments.Find(ETagFile),
            TimeLimit = ReadTimeLimit(arguments.Find(Timeout)),
        },
        _ => throw new UsageException("Write: slowroll pull <url> <file>."),
    };

    // It isn't shown: what is no URL may have a password in it all the same.
    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException("The URL is no absolute one. Write it like https://example.com/app_features.json.");

    private static TimeSpan ReadTimeLimit(string? seconds) => seconds switch
    {
        null => Pull.DefaultTimeLimit,
        _ when double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= Longest.TotalSeconds => TimeSpan.FromSeconds(number),
        _ => throw new UsageException($"The {Timeout} '{seconds}' is no number of seconds, up to a day's. Write it like 30."),
    };
}
