using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll finish</c>: only the value that won remains of a rollout.</summary>
internal sealed class FinishCommand : FlagEditCommand
{
    private readonly Option<string> _value = new("--value")
    {
        HelpName = "new|stable",
        Description = "the value that everybody gets; needed only where the rollout is not over",
    };

    public FinishCommand(Session session)
        : base(
            session,
            "finish",
            "Ends a rollout that is over: the value that everybody has becomes 'stable', and all other fields of the "
                + "rollout are removed. Comments and unknown fields stay.",
            "the instant that counts as now",
            "finish features.fast_index app_features.json",
            "finish features.fast_index app_features.json --value stable")
    {
        _value.CompletionSources.Add(RolloutFields.New, RolloutFields.Stable);
        Options.Add(_value);
    }

    // A flag with a wrong schedule is finished like any other, if it is said with which value.
    protected override bool TakesInvalidFlags => true;

    protected override ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields)
    {
        var winner = Winner(call, flag, Now(call));
        List<FieldChange> changes = [];
        if (winner == RolloutFields.New)
        {
            var value = fields.Root.Find(RolloutFields.New)!.Value.Range;
            var isReplaced = fields.Set(RolloutFields.Stable, JsonDraft.Raw(fields.Text[value.Start..value.End]));
            changes.Add(new(isReplaced ? FieldAction.Replaced : FieldAction.Added, new(RolloutFields.Stable)));
        }

        foreach (var field in RolloutFields.All.Where(field => field != RolloutFields.Stable && fields.Remove(field)))
            changes.Add(new(FieldAction.Removed, new(field)));
        return new(fields.Text, changes)
        {
            Effect = after => new(
                $"{flag.Name} has one value for everybody: "
                    + $"{MessageText.Json(In(after, flag).Fields.Find(RolloutFields.Stable)!.Value)}."),
        };
    }

    private string Winner(ParseResult call, ReadFlag flag, long now)
    {
        var given = call.GetValue(_value);
        if (given is not (null or RolloutFields.New or RolloutFields.Stable))
        {
            throw new UsageException(
                $"The {_value.Name} '{OneLine.Of(UrlText.Shown(given))}' is neither new nor stable.");
        }

        var others = flag.Fields.AllMembers.Count(member =>
            member.Name != RolloutFields.Stable && RolloutFields.All.Contains(member.Name));
        if (others == 0)
        {
            throw new EditRefusedException(
                $"{flag.Name} has one value for everybody already: there is nothing to finish.");
        }

        if (given is not null)
        {
            return flag.Fields.Find(given) is not null ? given : throw new EditRefusedException(
                $"{flag.Name} has no '{given}'. Finish it with the other value, or edit it by hand.");
        }

        ReadFlag.Of(flag.Flag);
        if (flag.Rollout is null)
            return RolloutFields.Stable;

        var settled = FinishedCheck.SettledValue(flag.Flag, DriftSettings.Read(ConfigTime.Write(now), null));
        return settled is null ? throw new EditRefusedException(WhyNot(flag, flag.Rollout, now))
            : settled == flag.Fields.Find(RolloutFields.New)!.Value ? RolloutFields.New
            : RolloutFields.Stable;
    }

    private string WhyNot(ReadFlag flag, ConfigRollout rollout, long now)
    {
        const string Remedy = "Say which value everybody gets: --value new or --value stable.";
        var end = rollout.Rollback?.End ?? Motion.EndOf(rollout);
        return rollout.Schedules.Count == 0
            ? $"{flag.Name} has early adopters and no schedule, so it has no end. {Remedy}"
            : end > now
                ? $"The rollout of {flag.Name} is not over: {ShareText.Of(flag.SharesAt(now))} have 'new', and it ends "
                    + $"{(end == OpenTime.Never ? "never, as it is" : TimeText(end))}. {Remedy}"
                : $"The rollout of {flag.Name} is over, and not everybody has the same value: "
                    + $"{ShareText.Of(flag.SharesAt(now))} have 'new'. {Remedy}";
    }
}
