using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>Reads when the share of a flag moves: its start, its duration or steps, its hours and its waves.</summary>
/// <param name="settings">What the config says of all flags.</param>
/// <param name="controls">The freezes and the rollback of the flag itself.</param>
/// <param name="part">What is lost by a fault.</param>
/// <param name="faults">Takes what is wrong.</param>
internal readonly ref struct ScheduleGrammar<TValue, TFaults>(
    ConfigSettings settings, Controls controls, FaultyPart part, TFaults faults)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    private readonly FieldReader<TValue, TFaults> _fields = new(faults, part);
    private readonly StepGrammar<TValue, TFaults> _steps = new(faults, part);

    /// <summary>The schedules; null if one can't be read.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="start">When its schedule starts, in microseconds since the year 1.</param>
    /// <param name="duration">Its duration in microseconds; null where it has steps.</param>
    public ScheduleParts? Read(TValue flag, long start, long? duration)
    {
        var hasHours = flag.TryGet(RolloutFields.Hours, out var text);
        var hours = hasHours ? _fields.ReadHours(text, RolloutFields.Hours) : settings.Hours;
        var length = _steps.Read(flag, "", duration, default, null);
        if ((hasHours && hours is null) || length is not { } own)
            return null;

        var ownSchedule = Build(start, 0, own, hours, []);
        if (!flag.TryGet(RolloutFields.Waves, out var waves))
            return new(ownSchedule, []);

        var read = ReadWaves(waves, flag, start, duration, own, hours);
        return read is null ? null : new(ownSchedule, read);
    }

    private List<WaveParts>? ReadWaves(
        TValue waves, TValue flag, long start, long? duration, ScheduleLength own, WeeklyHours? hours)
    {
        if (_fields.ReadList(waves, RolloutFields.Waves, "waves", ScheduleFields.MostWaves) is not { } items)
            return null;
        if (items.Count == 0)
        {
            _fields.Refuse("'waves' is empty. Write a wave, or leave 'waves' out.", waves);
            return null;
        }

        var read = new List<WaveParts>();
        var direction = own.Direction;
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{RolloutFields.Waves}[{i}]";
            if (ReadWave(items[i], path, flag, start, duration, hours) is not var (wave, length))
                continue;

            if (direction * length.Direction < 0)
            {
                _fields.Refuse($"'{path}' goes {(length.Direction > 0 ? "up" : "down")}, and the flag or a wave "
                    + "before it goes the other way. All of them go in one direction.", items[i]);
                continue;
            }

            direction = direction == 0 ? length.Direction : direction;
            read.Add(wave);
        }

        return read.Count == items.Count ? read : null;
    }

    private (WaveParts Wave, ScheduleLength Length)? ReadWave(
        TValue wave, string path, TValue flag, long start, long? duration, WeeklyHours? hours)
    {
        if (!_fields.IsObject(wave, path, "an object", ScheduleFields.OfWave))
            return null;

        string? audience = null;
        if (wave.TryGet(ScheduleFields.Audience, out var name))
        {
            audience = _fields.ReadText(name, $"{path}.{ScheduleFields.Audience}");
            if (audience is null)
                return null;
            if (!settings.Audiences.ContainsKey(audience))
            {
                _fields.Refuse(
                    $"'{path}.{ScheduleFields.Audience}': the config has no audience '{OneLine.Of(audience)}'. Write "
                        + $"it into '{ScheduleFields.Settings}.{ScheduleFields.Audiences}'.", name);
                return null;
            }
        }

        var hasHours = wave.TryGet(RolloutFields.Hours, out var text);
        if (hasHours)
            hours = _fields.ReadHours(text, $"{path}.{RolloutFields.Hours}");
        if (_fields.ReadLength(wave, ScheduleFields.After, path) is not { } after
            || _steps.Read(wave, path + ".", null, flag, duration) is not { } length
            || (hasHours && hours is null))
        {
            return null;
        }

        var own = new ControlGrammar<TValue, NoFaults<TValue>>(default).ReadOfWave(wave, path + ".");
        return (new(audience, after, Build(start, after, length, hours, own.Freezes), own.Rollback), length);
    }

    // From the urgent instant on no hours count.
    private Schedule Build(
        long start, long after, ScheduleLength length, WeeklyHours? hours, IReadOnlyList<Freeze> freezes) =>
        ScheduleSteps.Build(
            start, after, length.From, length.Steps, hours, controls.Urgent,
            controls.AllFreezes(settings.Freezes, freezes));
}
