using Slowroll.Texts;
using Slowroll.Tool.Printing;
using Spectre.Console;

namespace Slowroll.Tool.CommandLine;

/// <summary>What a call of the command works with: its outputs, its input, the clock.</summary>
/// <param name="output">The output.</param>
/// <param name="error">The output of errors.</param>
internal sealed class Session(TextWriter output, TextWriter error)
{
    // Nothing is cut or wrapped where a program reads it.
    private const int Unlimited = 10_000;

    private IAnsiConsole? _console;

    /// <summary>The output, for text.</summary>
    public ResultWriter Output { get; } = new(output);

    /// <summary>The output of errors.</summary>
    public FaultPrinter Errors { get; } = new(error);

    /// <summary>The standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What the outputs lead to.</summary>
    public Terminal Terminal { get; init; } = Terminal.None;

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The output, for tables and colours. What isn't a terminal gets plain text that is never
    /// wrapped.</summary>
    public IAnsiConsole Console => _console ??= CreateConsole();

    /// <summary>Shows that a command works, until it prints something or the result is disposed.</summary>
    /// <param name="what">The command.</param>
    public IDisposable ShowWaiting(string what)
    {
        Waiting waiting = new(what, Terminal, Clock, new(error));
        Output.Printing = Errors.Printing = waiting.Dispose;
        return waiting;
    }

    /// <summary>An instant for people: in UTC, on a terminal with the local time beside it.</summary>
    public string TimeText(DateTimeOffset instant) => Terminal.IsTerminal
        ? $"{InstantText.Of(instant)} ({TimeZoneInfo.ConvertTime(instant, Clock.LocalTimeZone):ddd HH:mm} local)"
        : InstantText.Of(instant);

    private IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = Terminal.HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Terminal.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = Terminal.IsTerminal ? Terminal.Width : Unlimited;
        return console;
    }
}
