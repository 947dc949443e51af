using System.CommandLine;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary>A command that edits one flag of a config.</summary>
internal abstract class FlagEditCommand : EditCommand
{
    private readonly Argument<string> _flag = new("flag")
    {
        Description = "the flag: its section, a dot and its key",
    };

    protected FlagEditCommand(
        Session session, string name, string description, string atDescription, params IReadOnlyList<string> examples)
        : base(session, name, description, atDescription, examples)
    {
        Arguments.Add(_flag);
        AddConfig();
    }

    /// <summary>Makes the edit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="flag">The flag.</param>
    /// <param name="fields">Its fields, to be edited.</param>
    protected abstract ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields);

    /// <summary>Whether a flag that a program would not take may be edited, since the edit may make it right.</summary>
    protected virtual bool TakesInvalidFlags => false;

    protected sealed override string? FlagOf(ParseResult call) => call.GetValue(_flag);

    protected sealed override ConfigEdit Edit(ParseResult call, ConfigFile config)
    {
        var found = FlagArgument.Find(config.Document, call.GetRequiredValue(_flag));
        var flag = ReadFlag.Unchecked(found);
        flag.RefuseDuplicates();
        if (!TakesInvalidFlags)
            ReadFlag.Of(found);

        return Edit(call, flag, new EditedJson(config.Text.Text, found.Member.Value.Range)) with { Flag = found };
    }

    /// <summary>The flag as the edited config has it.</summary>
    protected static ReadFlag In(Schemas.Drift.Reading.ConfigDocument after, ReadFlag flag) =>
        ReadFlag.Of(after.Find(flag.Flag.Section, flag.Flag.Key)!);
}
