using System.CommandLine;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Locks;

/// <summary><c>slowroll lock</c> and <c>slowroll unlock</c>: edit a locks file of this machine.</summary>
internal sealed class LockCommand : ToolCommand
{
    private readonly Argument<string> _flag = new("flag") { Description = "the flag, as section.key" };

    private readonly Argument<string>? _side;
    private readonly LocksPlace _place = new();

    private LockCommand(Session session, Argument<string>? side, string name, string description, string example)
        : base(session, name, description, example)
    {
        _side = side;
        Arguments.Add(_flag);
        if (side is not null)
            Arguments.Add(side);
        foreach (var option in _place.Options)
            Options.Add(option);
    }

    /// <summary><c>slowroll lock</c>.</summary>
    public static LockCommand Lock(Session session)
    {
        Argument<string> side = new("new|stable") { Description = "the side that every hash key is on" };
        side.CompletionSources.Add("new", "stable");
        return new(
            session, side, "lock",
            "Pins a flag to one side on this machine, whatever the config says: writes a line into the locks file. "
                + "Programs that run see it within two seconds.",
            "lock features.fast_index stable --name MyApp.AppFeatures");
    }

    /// <summary><c>slowroll unlock</c>.</summary>
    public static LockCommand Unlock(Session session) => new(
        session, null, "unlock",
        "Removes the lock of a flag from the locks file of this machine. Programs that run see it within two "
            + "seconds.",
        "unlock features.fast_index --name MyApp.AppFeatures");

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var flag = call.GetRequiredValue(_flag);
        var side = _side is null ? (Side?)null : SideOf(call.GetRequiredValue(_side));
        if (!LocksText.CanName(flag))
        {
            throw new UsageException(
                $"'{OneLine.Of(UrlText.Shown(flag))}' is no flag that a locks file can name: write section.key, "
                    + "without ; , # and line breaks.");
        }

        EditedLocks file = new(_place.Read(call));
        var text = side is { } pinned ? LocksText.Lock(file.Text, flag, pinned) : LocksText.Unlock(file.Text, flag);
        var isChanged = text != file.Text;
        if (isChanged)
            file.Replace(text);

        var state = (side, isChanged) switch
        {
            (null, true) => "is no longer locked",
            (null, false) => "was not locked",
            (Side.New, true) => "is locked to new",
            (Side.New, false) => "was locked to new already",
            (_, true) => "is locked to stable",
            (_, false) => "was locked to stable already",
        };
        Session.Output.WriteLine($"{OneLine.Of(flag)} {state} in {OneLine.Escaped(file.Path)}.");
        if (isChanged)
            Session.Output.WriteLine("Programs that run see it within two seconds, others when they start.");
        return Task.FromResult(Warn(file.Path, flag, text) ? ExitCode.Found : ExitCode.Success);
    }

    private bool Warn(string path, string flag, string text)
    {
        var environment = LocksText.LocksOf(Session.Variable(LocksReport.Variable) ?? "", out _);
        if (environment.TryGetValue(flag, out var side))
        {
            Session.Errors.WriteLine(
                $"slowroll: {LocksReport.Variable} locks it to {LocksReport.Word(side)} here, and goes before "
                    + "the file.");
        }

        var whyNot = text.Length == 0 ? null : EditedLocks.WhyNotUsed(path);
        if (whyNot is not null)
        {
            Session.Errors.WriteLine(
                $"slowroll: No program uses {OneLine.Escaped(path)}: it {OneLine.Message(whyNot)}.");
        }

        return whyNot is not null;
    }

    private static Side SideOf(string text) => text switch
    {
        "new" => Side.New,
        "stable" => Side.Stable,
        _ => throw new UsageException(
            $"'{OneLine.Of(UrlText.Shown(text))}' is no side: write new or stable."),
    };
}
