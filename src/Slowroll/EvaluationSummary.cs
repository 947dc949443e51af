using Slowroll.Texts;

namespace Slowroll;

/// <summary>Writes what is known of an answer as one sentence.</summary>
internal sealed record EvaluationSummary(
    Side Side, EvaluationReason Reason, double? Share, ExplainedPeriod? OnNew, ExplainedWave? Wave, ExplainedStep? Step,
    ExplainedStandstill? Standstill, ExplainedRollback? Rollback, DateTimeOffset? EndsAt,
    DateTimeOffset? RampsStoppedAt, string? Error)
{
    /// <summary>The sentence, without a full stop.</summary>
    public override string ToString()
    {
        string?[] details =
        [
            JoinedOrNull(", ", Cause, Wave?.ToString(), Step is null ? null : $"{Step}{Now}"),
            Standstill?.ToString(),
            Rollback?.ToString(),
            End,
            RampsStoppedAt is { } stopped ? $"the config is too old, ramps stand still since {InstantText.Of(stopped)}"
                : null,
        ];
        var shown = JoinedOrNull("; ", details);
        return shown is null ? Answer : $"{Answer}: {shown}";
    }

    private string Answer => (Reason, Side) switch
    {
        (EvaluationReason.Interpolated, _) => $"{InstantText.Percent(Share ?? 0)} of the way from stable to new",
        (EvaluationReason.Fixed, _) => "a value that a test gave",
        (_, Side.Default) => "the default",
        (_, Side.New) => $"new{Since}{Until}",
        _ => $"stable{Change}",
    };

    private string Since => OnNew?.EntersAt is { } enters ? $" since {InstantText.Of(enters)}" : "";

    private string Until => OnNew?.LeavesAt is { } leaves ? $" until {InstantText.Of(leaves)}" : "";

    // Who was on 'new' and is no longer has left by a rollback that has begun, or by a share that falls.
    private string Change => OnNew is not { } period ? Reason == EvaluationReason.Ramp ? ", never gets new" : ""
        : period.EntersAt is { } enters && Rollback is not { HasBegun: true }
            ? $", gets new {InstantText.Of(enters)}{Until}"
        : period.LeavesAt is { } left ? $" since {InstantText.Of(left)}"
        : "";

    private string? Cause => Reason switch
    {
        EvaluationReason.Missing or EvaluationReason.Invalid or EvaluationReason.WrongType => Error,
        EvaluationReason.NoNew => "the flag has no new",
        EvaluationReason.EarlyAdopter => "an early adopter",
        EvaluationReason.Canary => "the flag has early adopters and no schedule",
        EvaluationReason.Locked => "a lock of this machine",
        EvaluationReason.NoWave => "in no wave of the flag",
        _ => null,
    };

    // A share on its way is between the two that the step says.
    private string Now =>
        Step?.Phase == StepPhase.Moving && Share is { } share && Reason != EvaluationReason.Interpolated
            ? $", now {InstantText.Percent(Math.Round(share, 3))}"
            : "";

    // After a rollback has begun the end of the schedule means nothing to anybody.
    private string? End => Step is null ? null
        : EndsAt is not { } end ? "never ends"
        : $"{(Step.Phase == StepPhase.Over ? "ended" : "ends")} {InstantText.Of(end)}";

    private static string? JoinedOrNull(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(part => part is not null)) is { Length: > 0 } joined ? joined : null;
}
