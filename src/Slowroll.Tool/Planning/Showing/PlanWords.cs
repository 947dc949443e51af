using System.Globalization;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>What a plan says, in words.</summary>
/// <param name="report">The plan.</param>
internal sealed class PlanWords(PlanReport report)
{
    private readonly DateTimeOffset _now = ShortTime.InstantOf(report.Plan.At)!.Value;

    /// <summary>How many flags move, and what is next.</summary>
    public string Summary
    {
        get
        {
            var plan = report.Plan;
            var moving = plan.Moving.Count;
            return plan.Count == 0 ? "The config has no flags."
                : moving == 0 ? $"None of {Amount.Of(plan.Count, "flag")} moves."
                : $"{Amount.Number(moving)} of {Amount.Of(plan.Count, "flag")} {(moving == 1 ? "moves" : "move")}"
                    + (report.Events is [var next, ..]
                        ? $"; next: {next.Sentence} {Countdown(next.At)} ({ShortTime.Of(next.At)})."
                        : ".");
        }
    }

    /// <summary>The flags with nothing to come, in one sentence; null without any.</summary>
    public string? Others
    {
        get
        {
            var plan = report.Plan;
            string[] known =
            [
                .. plan.Ended > 0 ? [$"{Amount.Number(plan.Ended)} ended"] : Array.Empty<string>(),
                .. plan.TakenBack > 0 ? [$"{Amount.Number(plan.TakenBack)} taken back"] : Array.Empty<string>(),
            ];
            var details = known.Length == 0 ? "" : $" ({string.Join(", ", known)})";
            return plan.Others switch
            {
                0 => null,
                1 => $"1 other flag has no rollout that moves{details}.",
                var many => $"{Amount.Number(many)} other flags have no rollout that moves{details}.",
            };
        }
    }

    /// <summary>What stands still and why, a sentence each; what stands still alike is one.</summary>
    public IEnumerable<string> Standstills =>
    [
        .. report.StandingStill
            .GroupBy(group => CourseEvents.TextOf(group.State.Standstill!.Value))
            .Select(same => Sentence(same, same.Key, same.First().State.Standstill!.Value.Until)),
        .. report.Held
            .GroupBy(group => $"is held at {PercentText.Of(group.State.Percent)} until "
                + $"{ShortTime.Of(group.State.Standing!.Until)}")
            .Select(same => Sentence(same, same.Key, same.First().State.Standing!.Until)),
    ];

    /// <summary>The flags that can't be read, a sentence each.</summary>
    public IEnumerable<string> Invalid => report.Plan.Invalid.Select(flag =>
    {
        var (line, column) = report.Config.PlaceOf(flag.Place.Start);
        return $"{flag.Name} can't be read (line {line}, column {column}): {string.Join(" ", flag.Reasons)}";
    });

    /// <summary>How far an instant is away from the plan's.</summary>
    public string Countdown(long instant) => ShortTime.InstantOf(instant) is { } known
        ? $"in {Slowroll.Planning.Texts.Countdown.Length(known - _now)}"
        : "never";

    /// <summary>The share of a group, for people.</summary>
    public static string Share(PlannedGroup group) => group.State.Count > 0 && group.State.Percent < 0.001
        ? "< 0.001 %"
        : PercentText.Of(group.State.Percent);

    /// <summary>How many hosts of a group are on <c>new</c>, for people.</summary>
    public static string HostsOnNew(PlannedGroup group) =>
        group.HostsOnNew is { } many ? $"{Amount.Number(many)} of {Amount.Number(group.Hosts!.Value)}" : "-";

    /// <summary>What a group does now, for people.</summary>
    public static string Step(PlannedGroup group) => group.State switch
    {
        { Phase: GroupPhase.RollingBack } => "is taken back",
        { Phase: GroupPhase.RolledBack } => "taken back",
        { Standing: { } state } when group.Group.Course.Schedule is { } schedule =>
            $"{state.Step + 1} of {schedule.Segments.Length}: {From(state)} to {PercentText.Of(state.To.ToDouble())}"
                + (group.State.Phase switch
                {
                    GroupPhase.Waiting => ", waits",
                    GroupPhase.Held => ", held",
                    GroupPhase.Over => ", over",
                    _ when state.Standstill is not null => ", stands still",
                    _ => "",
                }),
        _ => "-",
    };

    /// <summary>The same without the shares.</summary>
    public static string ShortStep(PlannedGroup group)
    {
        var step = Step(group);
        var (colon, comma) = (step.IndexOf(':', StringComparison.Ordinal), step.IndexOf(',', StringComparison.Ordinal));
        return colon < 0 ? step : step[..colon] + (comma < 0 ? "" : step[comma..]);
    }

    /// <summary>What happens to a group next, for people.</summary>
    public string Next(PlannedGroup group) =>
        group.Next is { } next ? $"{Countdown(next.At)}: {next.Text}" : "-";

    /// <summary>When a group has its end, for people.</summary>
    public static string End(PlannedGroup group) => group.State.End == OpenTime.Never
        ? "never"
        : $"{ShortTime.Of(group.State.End)}{(group.State.RollbackFrom == OpenTime.Never ? "" : " (taken back)")}";

    private static string From(ScheduleState state) =>
        state.From.ToDouble().ToString("0.###", CultureInfo.InvariantCulture);

    private string Sentence(IEnumerable<PlannedGroup> groups, string text, long until)
    {
        var sentence = PlannedEvent.SentenceOf([.. groups.Select(group => group.Name)], text);
        return until == OpenTime.Never
            ? $"{sentence}: give the freeze an until to go on."
            : $"{sentence}, {Countdown(until)}.";
    }
}
