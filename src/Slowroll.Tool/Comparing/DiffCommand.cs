using System.CommandLine;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Hosts;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Comparing;

/// <summary><c>slowroll diff</c>: says what changes when a config replaces another one.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> _old = new("old") { Description = "the config in force: a file, a URL or -" };
    private readonly Argument<string> _new = new("new") { Description = "the config that replaces it, likewise" };
    private readonly HostsOption _hosts = new();
    private readonly InstantOption _at = new("--at", "when the new config is published (default: now)");
    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
    private readonly HasherOption _hasher = new();

    private readonly Option<bool> _allowLoss = new("--allow-loss")
    {
        Description = "the exit code is 0 even where somebody loses the new value",
    };

    public DiffCommand(Session session)
        : base(
            session,
            "diff",
            "Says what changes when a config replaces another one: who gains and who loses the new value at that "
                + "moment, and how schedules move. Taking the new value from somebody is exit code 1.",
            "diff https://example.com/app_features.json app_features.json --hosts fleet.txt",
            "diff live.json app_features.json --at \"2030-03-04 09:00Z\" --format markdown")
    {
        Arguments.Add(_old);
        Arguments.Add(_new);
        Options.Add(_hosts);
        Options.Add(_at);
        Options.Add(_format);
        Options.Add(_allowLoss);
        Options.Add(_hasher);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var (at, format, hasher) = (_at.Read(call, Session.Clock), _format.Read(call), _hasher.Read(call));
        InputReader inputs = new(Session);
        var before = await ReadAsync(call.GetRequiredValue(_old), "The old config", inputs, cancellation)
            .ConfigureAwait(false);
        var after = await ReadAsync(call.GetRequiredValue(_new), "The new config", inputs, cancellation)
            .ConfigureAwait(false);
        var hosts = await _hosts.FindAsync(call, hasher, inputs, cancellation).ConfigureAwait(false);
        var diff = ConfigDiff.Of(before.Document, after.Document, at, hosts, hasher, TimeTextFor(format));
        DiffPrinter.Print(diff, after.File, format, Session);
        return diff.TakesNewAway && !call.GetValue(_allowLoss) ? ExitCode.Found : ExitCode.Success;
    }

    private Func<DateTimeOffset, string> TimeTextFor(OutputFormat format) =>
        format == OutputFormat.Text ? Session.TimeText : Texts.InstantText.Of;

    private static async Task<ConfigInput> ReadAsync(
        string given, string what, InputReader inputs, CancellationToken cancellation) =>
        ConfigInput.Read(await inputs.ReadAsync(given, what, cancellation).ConfigureAwait(false));
}
