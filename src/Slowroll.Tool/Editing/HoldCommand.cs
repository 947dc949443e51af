using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll hold</c>: a rollout stands still from now on.</summary>
internal sealed class HoldCommand : FlagEditCommand
{
    private readonly LeadOptions _lead;

    private readonly Option<string> _reason = new("--reason")
    {
        HelpName = "text",
        Description = "why, for the people who read the config",
    };

    public HoldCommand(Session session)
        : base(
            session,
            "hold",
            "Stops a rollout where it is: adds a freeze without 'until' to the flag. 'slowroll resume' lets it go on.",
            "the instant that counts as now",
            "hold features.fast_index app_features.json --reason \"too many errors\"",
            "hold features.fast_index app_features.json --now")
    {
        _lead = new(this);
        Options.Add(_reason);
    }

    protected override ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields)
    {
        var (now, lead) = (Now(call), _lead.Read(call));
        var from = ConfigTime.Later(now, lead);
        RefuseStill(flag, from);
        var change = FreezeEdit.Append(fields, FreezeEdit.Draft(from, null, call.GetValue(_reason)));
        return new(fields.Text, [change]) { Effect = after => EffectOf(flag, In(after, flag), now, from) };
    }

    private EditEffect EffectOf(ReadFlag before, ReadFlag after, long now, long from)
    {
        var shares = after.SharesAt(from);
        List<string> sentences =
        [
            $"{after.Name} stands still from {TimeText(from)} at {ShareText.Of(shares)}, until it is resumed: "
                + "slowroll resume.",
        ];
        double? goesBack = null;
        if (from - now < LeadOptions.Usual)
        {
            // Who has not seen the edit follows the old schedule.
            goesBack = before.SwitchingBetween(from, ConfigTime.Later(now, LeadOptions.Usual));
            sentences.Add(
                $"Hosts that switch before they have seen it go back: up to {PercentText.Rough(goesBack.Value)}"
                + $"{(shares.Count > 1 ? " of a group" : "")}, if they poll every minute.");
        }

        return new(sentences) { From = from, Until = OpenTime.Never, Shares = shares, GoesBack = goesBack };
    }

    private void RefuseStill(ReadFlag flag, long from)
    {
        var rollout = flag.Rollout
            ?? throw new EditRefusedException($"{flag.Name} has no 'new': there is nothing to hold.");
        if (rollout.Schedules.Count == 0)
        {
            throw new EditRefusedException(
                $"{flag.Name} has no schedule, so it does not move: only its early adopters have 'new'. To take it "
                    + "back: slowroll rollback.");
        }

        if (rollout.Rollback is { } rollback && rollback.From <= from)
        {
            throw new EditRefusedException(rollback.End <= from
                ? $"{flag.Name} was rolled back at {TimeText(rollback.From)}: nobody has 'new', and nothing moves."
                : $"{flag.Name} is being rolled back since {TimeText(rollback.From)}, and rollbacks ignore freezes: "
                    + $"{BackAt(rollback)}.");
        }

        if (Motion.IsFalling(rollout))
        {
            throw new EditRefusedException($"The share of {flag.Name} falls, and a share that falls ignores freezes. "
                + "Edit its schedule by hand, or take the rest back at once: slowroll rollback.");
        }

        var controls = FlagControls.Of(rollout);
        if (Motion.OpenFreezes(controls, null) is [var (index, held), ..])
            throw new EditRefusedException(HeldBy(flag, $"'{RolloutFields.Freezes}[{index}]'", held));

        var moving = Motion.MovingFrom(rollout, from);
        if (moving.Count == 0)
        {
            throw new EditRefusedException($"{flag.Name} does not move any more{OverSince(rollout)}: it stays at "
                + $"{ShareText.Of(flag.SharesAt(from))}.");
        }

        if (rollout.Waves.Count > 0 && moving.All(wave => Motion.OpenFreezes(controls, wave).Count > 0))
        {
            var (place, freeze) = Motion.OpenFreezes(controls, moving[0])[0];
            throw new EditRefusedException(
                HeldBy(flag, $"'{RolloutFields.Waves}[{moving[0]}].{RolloutFields.Freezes}[{place}]'", freeze));
        }
    }

    private string HeldBy(ReadFlag flag, string field, Freeze freeze) =>
        $"{flag.Name} is held already, from {TimeText(freeze.From)} on, by {field}"
            + $"{(freeze.Reason is { } reason ? $" (\"{Texts.OneLine.Of(reason)}\")" : "")}. To let it go on: slowroll "
            + "resume.";

    private string OverSince(ConfigRollout rollout) =>
        Motion.EndOf(rollout) is var end and not OpenTime.Never ? $" since {TimeText(end)}" : "";

    private string BackAt(Rollback rollback) => rollback.End == OpenTime.Never
        ? "it never ends"
        : $"everybody is back at {TimeText(rollback.End)}";
}
