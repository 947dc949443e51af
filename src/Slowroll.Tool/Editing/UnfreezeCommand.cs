using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll unfreeze</c>: the rollouts of a frozen config go on from where they are.</summary>
internal sealed class UnfreezeCommand : EditCommand
{
    public UnfreezeCommand(Session session)
        : base(
            session,
            "unfreeze",
            "Lets all rollouts of a frozen config go on: writes 'until' into the freezes of '$slowroll' that "
                + "have none.",
            "the instant from which they go on (default: now)",
            "unfreeze app_features.json") =>
        AddConfig();

    protected override ConfigEdit Edit(ParseResult call, ConfigFile config)
    {
        var now = Now(call);
        var open = Motion.OpenFreezes(config.Document.Settings.Freezes);
        if (open.Count == 0)
        {
            var ending = config.Document.Settings.Freezes.Where(freeze => freeze.From <= now && now < freeze.Until);
            throw new EditRefusedException("The config is not frozen: it has no freeze without 'until'."
                + (ending.ToList() is [var freeze, ..]
                    ? $" The one that holds all flags now ends by itself {TimeText(freeze.Until)}."
                    : ""));
        }

        var settings = (JsonObject)config.Document.Root!.Find(ScheduleFields.Settings)!.Value;
        EditedJson edited = new(config.Text.Text, settings.Range);
        List<FieldChange> changes = [.. open.Select(one => FreezeEdit.End(
            edited, new(RolloutFields.Freezes, one.Index), FreezeEdit.Earliest(one.Freeze, now)))];
        var until = open.Max(one => FreezeEdit.Earliest(one.Freeze, now));
        return new(edited.Text, changes) { Effect = after => EffectOf(config.Document, after, until) };
    }

    private EditEffect EffectOf(ConfigDocument before, ConfigDocument after, long until)
    {
        List<string> goOn = [];
        foreach (var flag in after.Flags)
        {
            if (ConfigRolloutReader.Read(flag, null, new()) is { } rollout
                && Motion.MovingFrom(rollout, until).Count > 0
                && !Motion.IsHeld(rollout, until)
                && before.Find(flag.Section, flag.Key) is { } earlier
                && ConfigRolloutReader.Read(earlier, null, new()) is { } frozen
                && Motion.IsHeld(frozen, until))
            {
                goOn.Add(flag.Path);
            }
        }

        return new(goOn.Count == 0
            ? $"From {TimeText(until)} on the config holds no flag any more; none was waiting for it."
            : $"From {TimeText(until)} on {Amount.Of(goOn.Count, "flag goes on", "flags go on")}: "
                + $"{Texts.OneLine.List(", ", goOn, flag => Texts.OneLine.Of(flag))}.")
        {
            From = until,
            Flags = goOn,
        };
    }
}
