using System.CommandLine;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>A command that edits a config as a person would. What it doesn't concern stays byte for byte.</summary>
internal abstract class EditCommand : ToolCommand
{
    private readonly Argument<string> _config = new("config") { Description = "the config: a file" };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "prints what would be done, and writes nothing",
    };

    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json);

    protected EditCommand(
        Session session, string name, string description, string atDescription, params IReadOnlyList<string> examples)
        : base(session, name, description, examples)
    {
        At = new("--at", atDescription);
        Options.Add(_dryRun);
        Options.Add(At);
        Options.Add(_format);
    }

    /// <summary>The option <c>--at</c>.</summary>
    protected InstantOption At { get; }

    /// <summary>Makes the edit.</summary>
    /// <exception cref="EditRefusedException">It makes no sense for this config.</exception>
    protected abstract ConfigEdit Edit(ParseResult call, ConfigFile config);

    /// <summary>The flag as it is given; null where all flags are meant.</summary>
    protected virtual string? FlagOf(ParseResult call) => null;

    /// <summary>When the edited config is published: the present.</summary>
    protected virtual DateTimeOffset Present(ParseResult call) => At.Read(call, Session.Clock);

    /// <summary>The present, in microseconds since the year 1.</summary>
    protected long Now(ParseResult call) => ConfigTime.MicrosecondsOf(At.Read(call, Session.Clock));

    /// <summary>An instant for a sentence.</summary>
    protected string TimeText(long microseconds) => Session.TimeText(ConfigTime.InstantOf(microseconds));

    /// <summary>Adds the argument with the config, behind those that the command has.</summary>
    protected void AddConfig() => Arguments.Add(_config);

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        EditReport report = new(Session, Name, _format.Read(call) == OutputFormat.Json, call.GetValue(_dryRun));
        try
        {
            Run(call, report);
            return Task.FromResult(ExitCode.Success);
        }
        catch (EditRefusedException exception)
        {
            Session.Errors.WriteLine($"slowroll: {OneLine.Message(exception.Message)}");
            report.PrintRefusal(call.GetRequiredValue(_config), FlagOf(call), exception.Message);
            return Task.FromResult(ExitCode.Found);
        }
    }

    private void Run(ParseResult call, EditReport report)
    {
        var config = ConfigFile.Read(call.GetRequiredValue(_config));
        var edit = Edit(call, config);
        var after = config.With(edit.Text);
        var document = ConfigDocument.Read(after.Text, after.Encoding);
        if (edit.Flag is { } flag && document.Find(flag.Section, flag.Key) is { } edited)
            ReadFlag.Of(edited);

        if (!report.IsDryRun)
            config.Replace(after);
        report.Print(edit, new(config.Text, config.Document, after, document), Present(call));
    }
}
