using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll rollback</c>: takes <c>new</c> back from everybody.</summary>
internal sealed class RollbackCommand : FlagEditCommand
{
    private readonly Option<string> _over = new("--over")
    {
        HelpName = "duration",
        Description = "within how much time they go back, such as 1h; without it at once",
    };

    public RollbackCommand(Session session)
        : base(
            session,
            "rollback",
            "Takes 'new' back: adds a 'rollback' to the flag. From then on nobody newly gets 'new', and those who have "
                + "it go back, early adopters too, the last ones first.",
            "the instant from which they go back (default: now)",
            "rollback features.fast_index app_features.json --over 1h") =>
        Options.Add(_over);

    protected override ConfigEdit Edit(ParseResult call, ReadFlag flag, EditedJson fields)
    {
        var from = Now(call);
        var over = call.GetValue(_over);
        if (over is not null)
            ConfigTime.ReadLength(over, _over.Name);
        var rollout = flag.Rollout
            ?? throw new EditRefusedException($"{flag.Name} has no 'new': there is nothing to take back.");
        if (rollout.Rollback is { } earlier)
        {
            throw new EditRefusedException($"{flag.Name} has a 'rollback' already, from {TimeText(earlier.From)} on. "
                + "To change it, edit it by hand.");
        }

        var shares = flag.SharesAt(from);
        var mayGet = rollout.Schedules.Any(schedule => schedule.To.Billionths > schedule.From.Billionths);
        if (!mayGet && !rollout.HasEarlyAdopters && shares.All(share => share.Percent == 0))
            throw new EditRefusedException($"Nobody has 'new' of {flag.Name}, and nobody gets it.");

        var isAtOnce = over is null || ConfigTime.ReadLength(over, _over.Name) == 0;
        fields.Set(RolloutFields.Rollback, JsonDraft.Object(
            (ScheduleFields.From, JsonDraft.Text(ConfigTime.Write(from))),
            (ScheduleFields.Over, over is null ? null : JsonDraft.Text(over.Trim()))));
        return new(fields.Text, [new(FieldAction.Added, new(RolloutFields.Rollback))])
        {
            Effect = after => EffectOf(In(after, flag), from, shares, isAtOnce),
        };
    }

    private EditEffect EffectOf(ReadFlag after, long from, IReadOnlyList<GroupShare> shares, bool isAtOnce)
    {
        var rollout = after.Rollout!;
        var end = rollout.Rollback!.Value.End;
        var isUnbegun = !rollout.HasEarlyAdopters && shares.All(share => share.Percent == 0);
        var who = $"{ShareText.Of(shares)}{(rollout.HasEarlyAdopters ? " and the early adopters" : "")}";
        return new(isUnbegun
            ? $"{after.Name}: nobody has 'new' yet, and from {TimeText(from)} on nobody gets it. To start it again: "
                + "slowroll start."
            : $"{after.Name}: those who have 'new' ({who}) go back "
                + (isAtOnce ? $"at once, {TimeText(from)}"
                    : end == OpenTime.Never ? $"from {TimeText(from)} on"
                    : $"from {TimeText(from)} until {TimeText(end)}")
                + ", and nobody newly gets it.")
        {
            From = from,
            Until = end,
            Shares = shares,
        };
    }
}
