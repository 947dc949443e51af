using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>Which flags of a config a freeze of the config stops, and which it doesn't.</summary>
internal sealed class FrozenFlags
{
    private readonly List<ReadFlag> _held = [];
    private readonly long _from;
    private readonly List<(string Name, string Why)> _moving = [];

    /// <param name="after">The config with the freeze.</param>
    /// <param name="before">The config without it.</param>
    /// <param name="from">When the freeze begins.</param>
    /// <param name="time">Writes an instant for a sentence.</param>
    public FrozenFlags(ConfigDocument after, ConfigDocument before, long from, Func<long, string> time)
    {
        _from = from;
        foreach (var flag in after.Flags)
        {
            if (ConfigRolloutReader.Read(flag, null, new()) is not { } rollout)
                continue;

            if (WhyMoving(rollout, from, time) is { } why)
                _moving.Add((flag.Path, why));
            else if (Motion.MovingFrom(rollout, from).Count > 0 && HeldOnlyNow(before, flag, from) is { } held)
                _held.Add(held);
        }
    }

    /// <summary>The flags that stand still by it, as they were without it.</summary>
    public IReadOnlyList<ReadFlag> Held => _held;

    /// <summary>The flags that keep moving, and why.</summary>
    public IReadOnlyList<(string Name, string Why)> Moving => _moving;

    /// <summary>How many hosts of each of them, in per cent, switch until an instant if they don't see the freeze;
    /// the most first, and those without any left out.</summary>
    public IReadOnlyList<(string Name, double Percent)> SwitchingUntil(long seen) =>
    [
        .. _held.Select(flag => (flag.Name, Percent: flag.SwitchingBetween(_from, seen)))
            .Where(flag => flag.Percent > 0)
            .OrderByDescending(flag => flag.Percent),
    ];

    private static string? WhyMoving(ConfigRollout rollout, long from, Func<long, string> time)
    {
        var controls = new ControlGrammar<NodeValue, NoFaults<NodeValue>>(default).Read(new(rollout.Fields), "");
        List<Rollback> ofWaves = [.. rollout.Waves.Select(wave => wave.Rollback).OfType<Rollback>()];
        return rollout.Rollback is { } rollback && rollback.End > from ? $"{RolloutFields.Rollback} {Until(rollback)}"
            : rollout.Rollback is null && ofWaves.Where(own => own.End > from).ToList() is [var first, ..]
                ? $"{RolloutFields.Rollback} of a wave {Until(first)}"
            : Motion.MovingFrom(rollout, from).Count == 0 ? null
            : Motion.IsFalling(rollout) ? "its share falls"
            : controls.Urgent != OpenTime.Never && !Motion.IsHeld(rollout, from)
                ? $"urgent from {time(controls.Urgent)}"
            : null;

        string Until(Rollback rollback) =>
            rollback.End == OpenTime.Never ? "without an end" : $"until {time(rollback.End)}";
    }

    private static ReadFlag? HeldOnlyNow(ConfigDocument before, ConfigFlag flag, long from) =>
        before.Find(flag.Section, flag.Key) is { } earlier
        && ReadFlag.Unchecked(earlier) is { Rollout: { } rollout } read
        && !Motion.IsHeld(rollout, from) ? read : null;
}
