using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Json;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll start</c>: gives a flag a schedule, or starts it again after a rollback.</summary>
internal sealed class StartCommand : FlagEditCommand
{
    private readonly Option<string> _over = new("--over")
    {
        HelpName = "duration",
        Description = "how long the share takes from 0 to 100 %, such as 14d",
    };

    private readonly Option<string> _steps = new("--steps")
    {
        HelpName = "steps",
        Description = "steps between commas: a percentage, how long it takes to get there, and how long it stays. With "
            + "one time it goes there at once and stays so long; in the last step one time is how long it takes",
    };

    private readonly Option<string> _new = new("--new")
    {
        HelpName = "json",
        Description = "the new value, for a flag that has none yet; a text with its quotation marks",
    };

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "replaces a schedule that has not started, although it would be running by then",
    };

    public StartCommand(Session session)
        : base(
            session,
            "start",
            "Starts a rollout: writes 'start_time', and 'duration' or 'steps'. After a rollback it starts again from "
                + "0 %, and the 'rollback' is removed.",
            "when it starts (default: now)",
            "start features.fast_index app_features.json --over 14d --at \"2030-03-04 09:00Z\"",
            "start features.fast_index app_features.json --steps \"1% 1d, 10% 4h 2d, 100% 3d\"")
    {
        Options.Add(_over);
        Options.Add(_steps);
        Options.Add(_new);
        Options.Add(_replace);
    }

    // A flag with "new" and nothing else is wrong until it has a schedule.
    protected override bool TakesInvalidFlags => true;

    // --at is when it starts.
    protected override DateTimeOffset Present(ParseResult call) => InstantOption.Present(Session.Clock);

    protected override ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields)
    {
        var (field, other, length) = ReadLength(call);
        var start = Now(call);
        var value = ReadNew(call.GetValue(_new), flag);
        RunningRollout running = new(flag, TimeText);
        var now = ConfigTime.MicrosecondsOf(Present(call));
        running.Refuse(now, start, call.GetValue(_replace));

        List<FieldChange> changes = [];
        void Note(FieldAction action, string name) => changes.Add(new(action, new(name)));
        void Set(string name, string former, JsonDraft draft)
        {
            var isRenamed = fields.Root.Find(name) is null && fields.Rename(former, name, draft);
            var isReplaced = !isRenamed && fields.Set(name, draft);
            Note(isReplaced ? FieldAction.Replaced : FieldAction.Added, name);
            if (isRenamed || fields.Remove(former))
                Note(FieldAction.Removed, former);
        }

        if (value is not null)
        {
            fields.Set(RolloutFields.New, value);
            Note(FieldAction.Added, RolloutFields.New);
        }

        Set(RolloutFields.StartTime, RolloutFields.EndTime, JsonDraft.Text(ConfigTime.Write(start)));
        Set(field, other, length);
        foreach (var gone in new[] { RolloutFields.Rollback, field == RolloutFields.Steps ? RolloutFields.EndPct : "" })
        {
            if (gone.Length > 0 && fields.Remove(gone))
                Note(FieldAction.Removed, gone);
        }

        return new(fields.Text, changes) { Effect = after => EffectOf(In(after, flag), now, start) };
    }

    private (string Field, string Other, JsonDraft Length) ReadLength(ParseResult call)
    {
        switch (call.GetValue(_over), call.GetValue(_steps))
        {
            case ({ } over, null):
                ConfigTime.ReadLength(over, _over.Name);
                return (RolloutFields.Duration, RolloutFields.Steps, JsonDraft.Text(over.Trim()));
            case (null, { } steps):
                return (RolloutFields.Steps, RolloutFields.Duration, StepsText.Read(steps));
            default:
                throw new UsageException(
                    "Say how long it takes: either --over, such as --over 14d, or --steps, such as --steps \"1% 1d, "
                        + "100% 3d\".");
        }
    }

    private JsonDraft? ReadNew(string? given, ReadFlag flag)
    {
        var isThere = flag.Fields.Find(RolloutFields.New) is not null;
        if (given is null)
        {
            return isThere ? null : throw new EditRefusedException(
                $"{flag.Name} has no 'new', the value that is rolled out. Give it as JSON, such as {_new.Name} true.");
        }

        if (isThere)
            throw new EditRefusedException($"{flag.Name} has a 'new' already. To change it, edit it by hand.");

        var read = JsonText.Read(given);
        return read.Root is { Range: var range }
            ? JsonDraft.Raw(given[range.Start..range.End])
            : throw new UsageException($"The {_new.Name} '{OneLine.Of(UrlText.Shown(given))}' is no JSON: "
                + $"{OneLine.Of(read.Error!.Message)} A text has quotation marks: {_new.Name} '\"text\"'.");
    }

    private EditEffect EffectOf(ReadFlag after, long now, long start)
    {
        var rollout = after.Rollout!;
        var end = Motion.EndOf(rollout);
        List<string> sentences =
        [
            Motion.IsHeld(rollout, start)
                ? $"{after.Name} starts {TimeText(start)} and stands still: a freeze without 'until' holds it. To "
                    + "let it go on: slowroll resume, or slowroll unfreeze."
                : $"{after.Name} starts {TimeText(start)}"
                    + (end == OpenTime.Never ? "." : $" and ends {TimeText(end)}."),
        ];
        if (start < now && ShareText.Of(after.SharesAt(now)) is var share and not "0 %")
            sentences.Add($"That is in the past: {share} get 'new' at once.");

        var controls = FlagControls.Of(rollout);
        sentences.AddRange(Enumerable.Range(0, rollout.Waves.Count)
            .Where(wave => rollout.Waves[wave].Rollback is not null)
            .Select(wave => $"'{RolloutFields.Waves}[{wave}]' keeps its own 'rollback': its hosts stay on 'stable'."));
        sentences.AddRange(Motion.OpenFreezes(controls, null).Count == 0
            ? Enumerable.Range(0, rollout.Waves.Count)
                .Where(wave => Motion.OpenFreezes(controls, wave).Count > 0)
                .Select(wave => $"'{RolloutFields.Waves}[{wave}]' is held by a freeze without 'until'.")
            : []);
        return new(sentences) { From = start, Until = end, Shares = after.SharesAt(start) };
    }
}
