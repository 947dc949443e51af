using System.CommandLine;
using System.Text;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Manifests;

/// <summary>A command that makes one file of another: what both directions share.</summary>
internal abstract class ManifestCommand : ToolCommand
{
    private readonly Argument<string> _input;

    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "the file that is written; without it, the standard output",
    };

    protected ManifestCommand(
        Session session, string description, string input, string inputDescription, params string[] examples)
        : base(session, "manifest", description, examples)
    {
        _input = new(input) { Description = inputDescription };
        Arguments.Add(_input);
        Options.Add(_output);
    }

    /// <summary>The text of the other file; null if there can be none.</summary>
    protected abstract string? Convert(ParseResult call, TextFile file, ManifestNotes notes);

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var given = call.GetValue(_output);
        var target = given is null ? null : ResultFile.Of(given, "What --output names", call.GetValue(_input));
        var file = await new InputReader(Session)
            .ReadAsync(call.GetRequiredValue(_input), $"The {_input.Name}", cancellation).ConfigureAwait(false);
        ManifestNotes notes = new(file);
        var text = Convert(call, file, notes);
        foreach (var line in notes.Lines)
            Session.Errors.WriteLine(line);
        if (text is null)
            return ExitCode.NotReadable;

        if (target is null)
        {
            Session.Output.Write(text);
        }
        else
        {
            ResultFile.Write(target, Encoding.UTF8.GetBytes(text));
            Session.Output.WriteLine($"{OneLine.Escaped(given!)} is written.");
        }

        return notes.HasErrors ? ExitCode.Found : ExitCode.Success;
    }
}
