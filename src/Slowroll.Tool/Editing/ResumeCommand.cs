using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll resume</c>: a rollout that is held goes on from where it is.</summary>
internal sealed class ResumeCommand(Session session) : FlagEditCommand(
    session,
    "resume",
    "Lets a held rollout go on: writes 'until' into the freezes of the flag that have none. If the flag has "
        + "no such freeze, it writes into those of its waves. A freeze is never removed, since the share would jump to "
        + "where it would be by now.",
    "the instant from which it goes on (default: now)",
    "resume features.fast_index app_features.json")
{
    protected override ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields)
    {
        var rollout = flag.Rollout
            ?? throw new EditRefusedException($"{flag.Name} has no 'new': there is nothing to resume.");
        if (rollout.Rollback is { } rollback)
        {
            throw new EditRefusedException($"{flag.Name} has a 'rollback' from {TimeText(rollback.From)} on: nobody "
                + "newly gets 'new'. Start it again instead: slowroll start.");
        }

        var now = Now(call);
        var controls = FlagControls.Of(rollout);
        var own = Motion.OpenFreezes(controls, null)
            .Select(open => (Path: new FieldPath(RolloutFields.Freezes, open.Index), open.Freeze)).ToList();
        var ofWaves = Enumerable.Range(0, rollout.Waves.Count)
            .SelectMany(wave => Motion.OpenFreezes(controls, wave).Select(open =>
                (Path: new FieldPath(RolloutFields.Waves, wave, RolloutFields.Freezes, open.Index), open.Freeze)))
            .ToList();
        var ended = own.Count > 0 ? own : ofWaves;
        if (ended.Count == 0)
            throw new EditRefusedException(WhyNot(flag, rollout, controls, now));

        List<FieldChange> changes =
            [.. ended.Select(open => FreezeEdit.End(fields, open.Path, FreezeEdit.Earliest(open.Freeze, now)))];
        var until = ended.Max(open => FreezeEdit.Earliest(open.Freeze, now));
        var remaining = own.Count > 0 ? ofWaves.Select(open => open.Path.ToString()).ToList() : [];
        return new(fields.Text, changes) { Effect = after => EffectOf(In(after, flag), until, remaining) };
    }

    private EditEffect EffectOf(ReadFlag after, long until, List<string> remaining)
    {
        var rollout = after.Rollout!;
        var shares = after.SharesAt(until);
        var end = Motion.EndOf(rollout);
        List<string> sentences = [];
        if (Motion.IsHeld(rollout, until))
        {
            sentences.Add($"{after.Name} stands still all the same at {ShareText.Of(shares)}: another freeze without "
                + "'until' holds it" + (remaining.Count > 0 ? "." : ", that of the config: slowroll unfreeze."));
        }
        else
        {
            sentences.Add($"{after.Name} goes on from {TimeText(until)} at {ShareText.Of(shares)}"
                + (end == OpenTime.Never ? "." : $", and ends {TimeText(end)}."));
        }

        if (remaining.Count > 0)
        {
            sentences.Add($"Still without 'until': {Texts.OneLine.List(", ", remaining, path => $"'{path}'")}. "
                + "To end those too, call it again.");
        }

        return new(sentences) { From = until, Until = end, Shares = shares };
    }

    private string WhyNot(ReadFlag flag, ConfigRollout rollout, FlagControls controls, long now)
    {
        var ending = controls.OwnFreezes(null).Where(freeze => freeze.From <= now && now < freeze.Until).ToList();
        return $"{flag.Name} is not held: it has no freeze without 'until'."
            + (ending is [var freeze, ..] ? $" The one that holds it now ends by itself {TimeText(freeze.Until)}."
                : Motion.OpenFreezes(rollout.Settings.Freezes).Count > 0
                    ? " The config has one, for all flags: slowroll unfreeze."
                    : "");
    }
}
