using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>Which flags of a config a freeze of the config stops, and which it doesn't.</summary>
internal sealed class FrozenFlags
{
    private readonly List<string> _held = [];
    private readonly List<(string Name, string Why)> _moving = [];

    /// <param name="after">The config with the freeze.</param>
    /// <param name="before">The config without it.</param>
    /// <param name="from">When the freeze begins.</param>
    /// <param name="time">Writes an instant for a sentence.</param>
    public FrozenFlags(ConfigDocument after, ConfigDocument before, long from, Func<long, string> time)
    {
        foreach (var flag in after.Flags)
        {
            if (ConfigRolloutReader.Read(flag, null, new()) is not { } rollout)
                continue;

            if (WhyMoving(rollout, from, time) is { } why)
                _moving.Add((flag.Path, why));
            else if (Motion.MovingFrom(rollout, from).Count > 0 && !IsHeldAnyway(before, flag, from))
                _held.Add(flag.Path);
        }
    }

    /// <summary>The flags that stand still by it.</summary>
    public IReadOnlyList<string> Held => _held;

    /// <summary>The flags that keep moving, and why.</summary>
    public IReadOnlyList<(string Name, string Why)> Moving => _moving;

    private static string? WhyMoving(ConfigRollout rollout, long from, Func<long, string> time)
    {
        var controls = new ControlGrammar<NodeValue, NoFaults<NodeValue>>(default).Read(new(rollout.Fields), "");
        List<Rollback> ofWaves = [.. rollout.Waves.Select(wave => wave.Rollback).OfType<Rollback>()];
        return rollout.Rollback is { } rollback && rollback.End > from ? $"{RolloutFields.Rollback} {Until(rollback)}"
            : rollout.Rollback is null && ofWaves.Where(own => own.End > from).ToList() is [var first, ..]
                ? $"{RolloutFields.Rollback} of a wave {Until(first)}"
            : Motion.MovingFrom(rollout, from).Count == 0 ? null
            : Motion.IsFalling(rollout) ? "its share falls"
            : controls.Urgent != OpenTime.Never && !Motion.IsHeld(rollout, from) ? $"urgent from {time(controls.Urgent)}"
            : null;

        string Until(Rollback rollback) =>
            rollback.End == OpenTime.Never ? "without an end" : $"until {time(rollback.End)}";
    }

    private static bool IsHeldAnyway(ConfigDocument before, ConfigFlag flag, long from) =>
        before.Find(flag.Section, flag.Key) is { } earlier
        && ConfigRolloutReader.Read(earlier, null, new()) is { } rollout
        && Motion.IsHeld(rollout, from);
}
