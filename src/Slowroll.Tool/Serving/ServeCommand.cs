using System.CommandLine;
using System.Globalization;
using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Serving;

/// <summary><c>slowroll serve</c>: serves a config on this machine, for development.</summary>
internal sealed class ServeCommand : ToolCommand
{
    private const int UsualPort = 8080;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly Argument<string> _config = new("config")
    {
        Description = "the config: a file, which is read again when it changes, a URL, or -",
    };

    private readonly Option<string> _port = new("--port")
    {
        HelpName = "number",
        Description = $"the port on this machine (default: {UsualPort}); 0 takes one that is free",
    };

    private readonly Option<string> _fail = new("--fail")
    {
        HelpName = "percentage",
        Description = "the percentage of the requests that are answered with 503 or 500, such as 20%",
    };

    private readonly Option<string> _delay = new("--delay")
    {
        HelpName = "time",
        Description = "how long each answer is held back, such as 300ms",
    };

    private readonly Option<bool> _stale = new("--stale")
    {
        Description = "serves the first version although the file changes",
    };

    public ServeCommand(Session session)
        : base(
            session,
            "serve",
            "Serves a config on this machine, with ETags and gzip, and reads the file again when it changes. For "
                + "development and tests. Ctrl+C ends it.",
            "serve app_features.json",
            "serve app_features.json --port 5000 --fail 20% --delay 300ms")
    {
        Arguments.Add(_config);
        foreach (Option option in new Option[] { _port, _fail, _delay, _stale })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var port = PortOf(call.GetValue(_port));
        var faults = ServingFaults.Read(call.GetValue(_fail), call.GetValue(_delay));
        var file = await new InputReader(Session).ReadAsync(call.GetRequiredValue(_config), "The config", cancellation)
            .ConfigureAwait(false);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        RequestLog log = new(Session, end);
        ServedConfig config = new(file, line => log.WriteLine($"{OneLine.Of(file.Name)} {line}"))
        {
            IsStale = call.GetValue(_stale),
        };
        var server = await DevelopmentServer.StartAsync(config, NameOf(file), port, faults, log.WriteLine)
            .ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            log.Begin($"{server.Url.AbsoluteUri} serves {OneLine.Of(file.GivenPath)}, "
                + $"{Amount.Of(config.Flags, "flag")}; Ctrl+C ends it.");
            await LookAsync(config, end.Token).ConfigureAwait(false);
        }

        log.ThrowIfLost();
        return ExitCode.Success;
    }

    // A person wants to see at once that the file is broken, and not when somebody asks for it.
    private static async Task LookAsync(ServedConfig config, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
                config.Look();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static string NameOf(TextFile file) => file.IsFile ? file.Name : "config.json";

    private static int PortOf(string? text) => text is null ? UsualPort
        : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port
        : throw new UsageException(
            $"--port: '{OneLine.Of(UrlText.Shown(text))}' is no number from 0 to {ushort.MaxValue}.");
}
