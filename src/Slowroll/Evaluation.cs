using System.Globalization;
using System.Text;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>What a flag answers a hash key at an instant, and why.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Side">Which of the rollout's values it is.</param>
/// <param name="Reason">What decided it.</param>
public readonly record struct Evaluation<T>(T Value, Side Side, EvaluationReason Reason)
{
    private readonly string? _error;

    /// <summary>The position of the hash key among all: bucket / 2^32, from 0 up to but not including 1; null where no
    /// ramp needs it.</summary>
    public double? Position { get; init; }

    /// <summary>The percentage of positions on <c>new</c> at that instant, 0 to 100; during a rollback what is left of
    /// it, with waves that of the hash key's wave. Null where there is no ramp.</summary>
    public double? Share { get; init; }

    /// <summary>When this hash key changes sides by its schedule, in the past or in the future; null for one that never
    /// does. It takes no notice of rollbacks: <see cref="OnNew"/> does.</summary>
    public DateTimeOffset? SwitchesAt { get; init; }

    /// <summary>When this hash key is on <c>new</c>, with hours, freezes and rollbacks; null for one that never is, for
    /// an interpolated flag, where everybody gets the same number, and where the default answers.</summary>
    public ExplainedPeriod? OnNew { get; init; }

    /// <summary>The wave of the hash key. Null where the flag has no waves, for an early adopter, and for a hash key in
    /// no wave.</summary>
    public ExplainedWave? Wave { get; init; }

    /// <summary>The step that the schedule is in, with waves that of the hash key's wave. Null where there is no
    /// schedule, and from <see cref="ExplainedRollback.From"/> of a rollback on, since the schedule gives <c>new</c> to
    /// nobody then. An early adopter has that of the flag, if the flag has no waves.</summary>
    public ExplainedStep? Step { get; init; }

    /// <summary>Why the schedule stands still at that instant although it would move or a <c>hold</c> would go by; null
    /// where it doesn't, and where <see cref="Step"/> is null.</summary>
    public ExplainedStandstill? Standstill { get; init; }

    /// <summary>The rollbacks that cover the hash key, planned or begun; null without one.</summary>
    public ExplainedRollback? Rollback { get; init; }

    /// <summary>When the schedule ends, with hours and freezes; it may be later than <c>end_time</c>. A rollback
    /// changes nothing of it. Null for never, and where there is no schedule.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The answer and what it is based on in one sentence for people: on one line, safe to print, times in
    /// UTC.</summary>
    public string Summary => new EvaluationSummary(
        Side, Reason, Share, OnNew, Wave, Step, Standstill, Rollback, EndsAt, RampsStoppedAt, Error).ToString();

    /// <summary>The instant that the answer is for, where the config is older than
    /// <see cref="SlowrollOptions.MaxStaleness"/>
    /// and its ramps stand still; null while they go.</summary>
    public DateTimeOffset? RampsStoppedAt { get; init; }

    /// <summary>Why the default answered, in a sentence on one line; null when the config did.</summary>
    public string? Error
    {
        get => _error;
        init => _error = value is null ? null : OneLine.Message(value);
    }

    // What the compiler generates would print a text with its line breaks, however long it is.
    private bool PrintMembers(StringBuilder text)
    {
        (string Name, object? Shown)[] members =
        [
            (nameof(Value), OneLine.Of($"{Value}")),
            (nameof(Side), Side),
            (nameof(Reason), Reason),
            (nameof(Position), Position),
            (nameof(Share), Share),
            (nameof(SwitchesAt), SwitchesAt),
            (nameof(OnNew), OnNew),
            (nameof(Wave), Wave),
            (nameof(Step), Step),
            (nameof(Standstill), Standstill),
            (nameof(Rollback), Rollback),
            (nameof(EndsAt), EndsAt),
            (nameof(RampsStoppedAt), RampsStoppedAt),
            (nameof(Error), Error),
        ];
        text.AppendJoin(
            ", ",
            members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Name} = {member.Shown}")));
        return true;
    }
}
