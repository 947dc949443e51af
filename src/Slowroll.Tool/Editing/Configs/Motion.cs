using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>Whether a rollout moves, and in which direction.</summary>
internal static class Motion
{
    /// <summary>Whether its share falls.</summary>
    public static bool IsFalling(ConfigRollout rollout) => rollout.Schedules.Any(schedule => schedule.IsFalling);

    /// <summary>The schedules that still give <c>new</c> to somebody, or take it, from an instant on; also those that
    /// are held for ever.</summary>
    public static IReadOnlyList<int> MovingFrom(ConfigRollout rollout, long instant) =>
        [.. Enumerable.Range(0, rollout.Schedules.Count).Where(index => IsMoving(rollout, index, instant))];

    /// <summary>When all of it is over, or never.</summary>
    public static long EndOf(ConfigRollout rollout) =>
        rollout.Schedules.Select(schedule => schedule.End).DefaultIfEmpty(OpenTime.Never).Max();

    /// <summary>Whether all that would move from an instant on is held by freezes without <c>until</c>.</summary>
    public static bool IsHeld(ConfigRollout rollout, long instant) =>
        MovingFrom(rollout, instant) is { Count: > 0 } moving
        && moving.All(index => StandstillCheck.IsHeldForever(rollout.Schedules[index]));

    /// <summary>Whether it is urgent at an instant, so that freezes of the config don't hold it.</summary>
    public static bool IsUrgent(ConfigRollout rollout, long instant) =>
        new ControlGrammar<NodeValue, NoFaults<NodeValue>>(default).Read(new(rollout.Fields), "").Urgent <= instant;

    /// <summary>The freezes without <c>until</c> of a flag or of one of its waves, by their places in its
    /// list.</summary>
    public static IReadOnlyList<(int Index, Freeze Freeze)> OpenFreezes(FlagControls controls, int? wave) =>
        OpenFreezes(controls.OwnFreezes(wave));

    /// <summary>Those of a list that are without <c>until</c>, with their places.</summary>
    public static IReadOnlyList<(int Index, Freeze Freeze)> OpenFreezes(IReadOnlyList<Freeze> freezes) =>
        [.. freezes.Select((freeze, index) => (index, freeze)).Where(one => one.freeze.Until == OpenTime.Never)];

    // An interpolated value moves until the end, not just until the last switch.
    private static bool IsMoving(ConfigRollout rollout, int index, long instant)
    {
        var schedule = rollout.Schedules[index];
        return rollout.Movements[index] is { } movement
            && (movement.Last >= instant
                || (rollout.Interpolate && rollout.Rollback is null && schedule.End > instant));
    }
}
