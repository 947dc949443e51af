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
    /// does. When a rollback takes <c>new</c> back from it is not said here.</summary>
    public DateTimeOffset? SwitchesAt { get; init; }

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
            (nameof(RampsStoppedAt), RampsStoppedAt),
            (nameof(Error), Error),
        ];
        text.AppendJoin(
            ", ",
            members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Name} = {member.Shown}")));
        return true;
    }
}
