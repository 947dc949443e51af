using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollouts that go on at the same time and reach the same hash keys first, since none of them has a
/// salt.</summary>
/// <param name="asOf">What counts as now; null if that isn't known.</param>
internal sealed class OverlapCheck(long? asOf)
{
    private const long Second = 1_000_000;

    // Of the year 9999, as an instant in microseconds.
    private static readonly long LastSecond = Schedule.MicrosecondsOf(DateTime.MaxValue) / Second * Second;

    private readonly List<Ramp> _ramps = [];

    /// <summary>Takes a rollout of the config.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="declared">What the schema says of the flag.</param>
    public void Add(ConfigRollout rollout, DeclaredFlag? declared)
    {
        if (rollout is { Salt: null, Interpolate: false }
            && RampOf(rollout, declared?.HashKey) is { } ramp
            && !ValueCheck.Same(declared?.Type, rollout.Stable, rollout.New))
        {
            _ramps.Add(ramp);
        }
    }

    /// <summary>Reports each flag once that begins while another one goes on.</summary>
    /// <remarks>A flag with a salt of its own is reached in another order than all others, so that one report for each
    /// is enough. The longest of the ramps that began before overlaps whenever one of them does.</remarks>
    public void Report(DriftList problems)
    {
        foreach (var sameHashKeys in _ramps.GroupBy(ramp => ramp.HashKey, StringComparer.Ordinal))
        {
            Ramp? longest = null;
            foreach (var ramp in sameHashKeys.OrderBy(ramp => ramp.Begin))
            {
                if (longest is { } other && ramp.Begin < other.End && !(Math.Min(ramp.End, other.End) <= asOf))
                {
                    Report(ramp, other, problems);
                }

                longest = longest is null || ramp.End > longest.End ? ramp : longest;
            }
        }
    }

    private void Report(Ramp ramp, Ramp other, DriftList problems)
    {
        var (flag, until) = (ramp.Rollout.Flag, Math.Min(ramp.End, other.End));
        var hasBegun = ramp.Begin <= asOf;
        problems.AddFlag(
            DriftRules.SameOrder, flag.NameRange, flag.Section, flag.Key,
            flag.Path,
            other.Rollout.Flag.Path,
            until == OpenTime.Never
                ? $"from {Show(ramp.Begin)} on"
                : $"from {Show(ramp.Begin)} until {Show(Math.Min(until, LastSecond) + Second - 1)}",
            hasBegun
                ? "both have begun, so keep it like that: a salt would take 'new' away"
                : "give it one before it begins");

        // A salt changes who has "new": it is safe only where it is known that nobody has it yet.
        if (asOf is null || hasBegun)
        {
            problems.ForbidFix();
        }
    }

    // In whole seconds: the last hash key gets "new" some microseconds before the end.
    private static string Show(long instant) => PythonCheck.Format(Schedule.InstantOf(instant / Second * Second));

    // From the first hash key that gets "new" to the last one. What falls gives it to nobody; what everybody gets at
    // one instant nobody gets first.
    private static Ramp? RampOf(ConfigRollout rollout, string? hashKey)
    {
        List<Movement> rising = [.. rollout.Movements
            .Where((movement, index) => movement is { First: not OpenTime.Never }
                && !rollout.Schedules[index].IsFalling)
            .OfType<Movement>()];
        if (rising.Count == 0)
        {
            return null;
        }

        var (begin, end) = (rising.Min(movement => movement.First), rising.Max(movement => movement.Last));
        return begin < end ? new(rollout, hashKey ?? FlagNames.DefaultHashKey, begin, end) : null;
    }

    private sealed record Ramp(ConfigRollout Rollout, string HashKey, long Begin, long End);
}
