using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>What stops a running rollout or lets it go on: the fields that must never be lost by a mistake.</summary>
/// <param name="Freezes">The flag's or the wave's own.</param>
/// <param name="Rollback">Null without one.</param>
/// <param name="Urgent">From this instant on, in microseconds since the year 1, no hours and no freezes of the config
/// apply.</param>
internal sealed record Controls(IReadOnlyList<Freeze> Freezes, Rollback? Rollback, long Urgent)
{
    /// <summary>A freeze of the config, as far as it holds the flag: from the urgent instant on it doesn't.</summary>
    public Freeze Shorten(Freeze ofConfig) => ofConfig with { Until = Math.Min(ofConfig.Until, Urgent) };

    /// <summary>All freezes that hold the flag, or a wave of it.</summary>
    /// <param name="ofConfig">The config's.</param>
    /// <param name="ofWave">The wave's own; none for the flag.</param>
    public IReadOnlyList<Freeze> AllFreezes(IReadOnlyList<Freeze> ofConfig, IReadOnlyList<Freeze> ofWave) =>
        [.. ofConfig.Select(Shorten), .. Freezes, .. ofWave];
}

/// <summary>Reads the fields that control a running flag. What can't be read in them rejects the config.</summary>
/// <param name="faults">Takes what is wrong.</param>
internal readonly struct ControlGrammar<TValue, TFaults>(TFaults faults)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    private static readonly string[] OfFlag = [RolloutFields.Freezes, RolloutFields.Rollback, RolloutFields.Urgent];

    private readonly FieldReader<TValue, TFaults> _fields = new(faults, FaultyPart.Document);

    /// <summary>Checks the controls of a flag and of all its waves, whatever else is wrong with it.</summary>
    public void Check(TValue flag)
    {
        if (flag.Kind != JsonKind.Object)
            return;

        CheckNames(flag, "");
        Read(flag, "");
        if (!flag.TryGet(RolloutFields.Waves, out var waves) || waves.Kind != JsonKind.List)
            return;

        for (var i = 0; i < waves.Items.Count; i++)
        {
            var path = $"{RolloutFields.Waves}[{i}].";
            CheckNames(waves.Items[i], path);
            ReadOfWave(waves.Items[i], path);
        }
    }

    /// <summary>The controls of a flag.</summary>
    public Controls Read(TValue flag, string path) => new(
        ReadFreezes(flag, path),
        ReadRollback(flag, path),
        flag.TryGet(RolloutFields.Urgent, out var urgent)
            ? _fields.ReadTime(urgent, path + RolloutFields.Urgent) ?? OpenTime.Never
            : OpenTime.Never);

    /// <summary>The controls of a wave, which can't be urgent by itself.</summary>
    public Controls ReadOfWave(TValue wave, string path) => wave.Kind == JsonKind.Object
        ? new(ReadFreezes(wave, path), ReadRollback(wave, path), OpenTime.Never)
        : new([], null, OpenTime.Never);

    /// <summary>The freezes of the settings, of a flag or of a wave.</summary>
    public IReadOnlyList<Freeze> ReadFreezes(TValue owner, string path)
    {
        path += RolloutFields.Freezes;
        if (!owner.TryGet(RolloutFields.Freezes, out var list)
            || _fields.ReadList(list, path, "freezes", ScheduleFields.MostFreezes) is not { } items)
        {
            return [];
        }

        var freezes = new List<Freeze>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (ReadFreeze(items[i], $"{path}[{i}]") is { } freeze)
                freezes.Add(freeze);
        }

        return freezes;
    }

    private Freeze? ReadFreeze(TValue freeze, string path)
    {
        if (!_fields.IsObject(freeze, path, "an object with 'from' in it", ScheduleFields.OfFreeze)
            || ReadFrom(freeze, path) is not { } from)
        {
            return null;
        }

        string? reason = null;
        if (freeze.TryGet(ScheduleFields.Reason, out var text))
        {
            reason = _fields.ReadText(text, $"{path}.{ScheduleFields.Reason}");
            if (reason is null)
                return null;
        }

        if (!freeze.TryGet(ScheduleFields.Until, out var end))
            return new Freeze(from, OpenTime.Never, reason);
        if (_fields.ReadTime(end, $"{path}.{ScheduleFields.Until}") is not { } until)
            return null;
        if (until > from)
            return new Freeze(from, until, reason);

        _fields.Refuse(
            $"'{path}': 'until' is not later than 'from'. Write when it ends, or leave 'until' out while nobody knows.",
            end);
        return null;
    }

    private Rollback? ReadRollback(TValue owner, string path)
    {
        path += RolloutFields.Rollback;
        if (!owner.TryGet(RolloutFields.Rollback, out var rollback)
            || !_fields.IsObject(rollback, path, "an object with 'from' in it", ScheduleFields.OfRollback)
            || ReadFrom(rollback, path) is not { } from
            || _fields.ReadLength(rollback, ScheduleFields.Over, path) is not { } over)
        {
            return null;
        }

        return new Rollback(from, over);
    }

    private long? ReadFrom(TValue owner, string path)
    {
        if (owner.TryGet(ScheduleFields.From, out var from))
            return _fields.ReadTime(from, $"{path}.{ScheduleFields.From}");

        _fields.Refuse(
            $"'{path}' has no 'from'. Write the instant from which it counts, like '2030-01-31 12:00Z'.", owner);
        return null;
    }

    private void CheckNames(TValue owner, string path)
    {
        if (owner.Kind != JsonKind.Object)
            return;

        foreach (var name in owner.Names)
        {
            if (MeantBy(name) is { } meant && !(path.Length > 0 && meant == RolloutFields.Urgent))
            {
                _fields.Refuse(
                    $"'{path}{OneLine.Of(name)}' is nearly "
                        + $"'{meant}', which stops a rollout. Write '{meant}', or another name.",
                    owner);
            }
        }
    }

    /// <summary>The control of a flag whose name this one nearly is; null if there is none.</summary>
    public static string? MeantBy(string name) => Array.Find(OfFlag, known => IsNearly(name, known));

    /// <summary>Whether a name is another one but for one letter more, less, other or swapped.</summary>
    public static bool IsNearly(string name, string known) =>
        name != known && Math.Abs(name.Length - known.Length) <= 1 && NameDistance.Between(name, known) <= 1;
}
