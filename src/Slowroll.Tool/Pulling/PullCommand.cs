using System.CommandLine;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Pulling;

/// <summary><c>slowroll pull</c>: fetches a live config into a checked-in file.</summary>
internal sealed class PullCommand : ToolCommand
{
    private readonly Argument<string> _url = new("url") { Description = "the live config, http or https" };
    private readonly Argument<string> _file = new("file") { Description = "the file; it is created if it isn't there" };

    private readonly Option<string> _etagFile = new("--etag-file")
    {
        HelpName = "file",
        Description = "stores the config's version here, so that a config that hasn't changed isn't sent again",
    };

    private readonly Option<string> _timeout = new("--timeout")
    {
        HelpName = "seconds",
        Description = "how long the server may take for its answer (default: 30)",
    };

    private readonly Option<string> _failure = new("--failure")
    {
        HelpName = "error|warning",
        Description = "the word that the output has for a failure; a build fails at an error, and goes on after a "
            + "warning (default: error)",
    };

    public PullCommand(Session session)
        : base(
            session,
            "pull",
            "Fetches a live config into a file that is checked in. The file is not changed if the answer is no config "
                + "that a program would take, or if anything else goes wrong.",
            "pull https://example.com/app_features.json app_features.json")
    {
        Arguments.Add(_url);
        Arguments.Add(_file);
        Options.Add(_etagFile);
        Options.Add(_timeout);
        Options.Add(_failure);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var word = ReadWord(call.GetValue(_failure));
        using var pull = new PullArguments(
            call.GetRequiredValue(_url), call.GetRequiredValue(_file), call.GetValue(_etagFile),
            call.GetValue(_timeout)).Read();
        return await new PullRun(Session.Output, Session.Errors).RunAsync(pull, word).ConfigureAwait(false)
            ? ExitCode.Success
            : ExitCode.NotReadable;
    }

    private static string ReadWord(string? word) => word switch
    {
        null => "error",
        "error" or "warning" => word,
        _ => throw new UsageException(
            $"The --failure '{OneLine.Of(UrlText.Shown(word))}' is neither error nor warning."),
    };
}
