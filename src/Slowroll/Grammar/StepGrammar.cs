using Slowroll.Rollouts;

namespace Slowroll.Grammar;

/// <summary>Where a share begins, and its steps.</summary>
/// <param name="From">The share until the start.</param>
/// <param name="Steps">At least one.</param>
internal readonly record struct ScheduleLength(Percentage From, IReadOnlyList<ScheduleStep> Steps)
{
    /// <summary>1 for up, -1 for down, 0 for nowhere.</summary>
    public int Direction => Steps[Steps.Count - 1].To.Billionths.CompareTo(From.Billionths);
}

/// <summary>Reads how far a share goes, and how long it takes: <c>start_pct</c>, and <c>duration</c> with
/// <c>end_pct</c>, or <c>steps</c>.</summary>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="part">What is lost by it.</param>
internal readonly struct StepGrammar<TValue, TFaults>(TFaults faults, FaultyPart part)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    private readonly FieldReader<TValue, TFaults> _fields = new(faults, part);

    /// <summary>The length of a flag, or of a wave with what it takes from its flag; null if it can't be
    /// read.</summary>
    /// <param name="owner">The flag or the wave.</param>
    /// <param name="path">What stands before the names of its fields.</param>
    /// <param name="duration">The owner's duration in microseconds where it was read before; else null.</param>
    /// <param name="flag">The flag of a wave.</param>
    /// <param name="flagDuration">The flag's duration; null where it has steps.</param>
    public ScheduleLength? Read(TValue owner, string path, long? duration, TValue flag, long? flagDuration)
    {
        var isWave = path.Length > 0;
        var hasDuration = owner.TryGet(RolloutFields.Duration, out var ownDuration);
        var hasSteps = owner.TryGet(RolloutFields.Steps, out var steps);
        if (hasDuration && hasSteps)
        {
            _fields.Refuse($"'{path}duration' and '{path}steps' are both there. Write one of them.", steps);
            return null;
        }

        var takesLength = isWave && !hasDuration && !hasSteps;
        if (takesLength)
            hasSteps = flag.TryGet(RolloutFields.Steps, out steps);
        if (hasSteps && owner.TryGet(RolloutFields.EndPct, out var unused))
        {
            _fields.Refuse(
                $"'{path}end_pct' stands beside 'steps', whose last 'pct' is the end. Leave one of them out.", unused);
            return null;
        }

        // All of it is read, whatever is wrong with a part: the build reports all faults.
        var from = ReadShare(owner, RolloutFields.StartPct, path, isWave ? flag : null, Percentage.Zero);
        if (hasSteps)
        {
            var read = ReadSteps(
                steps, takesLength ? RolloutFields.Steps : path + RolloutFields.Steps, from ?? Percentage.Zero);
            return from is null ? null : read;
        }

        var to = ReadShare(owner, RolloutFields.EndPct, path, takesLength ? flag : null, Percentage.Hundred);
        var over = takesLength ? flagDuration
            : hasDuration && isWave ? _fields.ReadLength(ownDuration, path + RolloutFields.Duration)
            : duration;
        return from is { } first && to is { } last && over is { } length ? new(first, [new(last, length, 0)]) : null;
    }

    private Percentage? ReadShare(TValue owner, string field, string path, TValue? flag, Percentage otherwise) =>
        owner.TryGet(field, out var own) ? _fields.ReadPercentage(own, path + field)
        : flag is { } its && its.TryGet(field, out var taken) ? _fields.ReadPercentage(taken, field)
        : otherwise;

    private ScheduleLength? ReadSteps(TValue steps, string path, Percentage from)
    {
        if (_fields.ReadList(steps, path, "steps", ScheduleFields.MostSteps) is not { } items)
            return null;
        if (items.Count == 0)
        {
            _fields.Refuse($"'{path}' is empty. Write a step, like {{ \"pct\": 100, \"over\": \"7d\" }}.", steps);
            return null;
        }

        var read = new List<ScheduleStep>(items.Count);
        var (last, direction) = (from, 0);
        for (var i = 0; i < items.Count; i++)
        {
            if (ReadStep(items[i], $"{path}[{i}]") is not { } step)
                continue;

            var next = step.To.Billionths.CompareTo(last.Billionths);
            if (direction * next < 0)
            {
                _fields.Refuse($"'{path}[{i}]' goes back: its 'pct' lies on the wrong side of the share before it. "
                    + "All steps go in one direction.", items[i]);
                continue;
            }

            (last, direction) = (step.To, direction == 0 ? next : direction);
            read.Add(step);
        }

        return read.Count == items.Count ? new ScheduleLength(from, read) : null;
    }

    private ScheduleStep? ReadStep(TValue step, string path)
    {
        if (!_fields.IsObject(step, path, "an object with 'pct' in it", ScheduleFields.OfStep))
            return null;
        if (!step.TryGet(ScheduleFields.Pct, out var pct))
        {
            _fields.Refuse($"'{path}' has no 'pct'. Write the share that it goes to, from 0 to 100.", step);
            return null;
        }

        return _fields.ReadPercentage(pct, $"{path}.{ScheduleFields.Pct}") is { } to
            && _fields.ReadLength(step, ScheduleFields.Over, path) is { } over
            && _fields.ReadLength(step, ScheduleFields.Hold, path) is { } hold
            ? new ScheduleStep(to, over, hold)
            : null;
    }
}
