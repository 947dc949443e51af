using Slowroll.Documents;
using Slowroll.Rollouts;

namespace Slowroll.Observing;

/// <summary>The flags of one config that have a <c>new</c> or can't be read, and which of them the gauges
/// measure.</summary>
internal sealed class ConfigCourses
{
    /// <summary>How many series a gauge has at most, over all flags and waves of a config.</summary>
    public const int MostSeries = 1_000;

    private readonly Dictionary<FlagName, FlagCourse> _byName = [];

    private ConfigCourses(ConfigSnapshot snapshot) => Snapshot = snapshot;

    /// <summary>The config.</summary>
    public ConfigSnapshot Snapshot { get; }

    /// <summary>All these flags, in the order of the config.</summary>
    public IReadOnlyCollection<FlagCourse> All => _byName.Values;

    /// <summary>The flags that the gauges measure.</summary>
    public IReadOnlyList<FlagCourse> Gauged { get; private set; } = [];

    /// <summary>How many flags the gauges would measure without a limit.</summary>
    public int Count { get; private set; }

    /// <summary>The flag with a name; null if it is none of these flags.</summary>
    public FlagCourse? Find(FlagName flag) => _byName.GetValueOrDefault(flag);

    /// <summary>Reads every flag of a config. Costs what the first read of each flag costs.</summary>
    /// <param name="snapshot">The config.</param>
    /// <param name="hasher">From a hash key to its bucket.</param>
    /// <param name="own">The hash key of this process; null for none.</param>
    /// <param name="utcTicks">The instant by which flags are ranked.</param>
    public static ConfigCourses Read(
        ConfigSnapshot snapshot, Func<string, uint> hasher, HashKey? own, long utcTicks)
    {
        var courses = new ConfigCourses(snapshot);
        foreach (var name in snapshot.Flags)
        {
            if (CourseOf(snapshot, name, hasher, own, utcTicks) is { } course)
                courses._byName.TryAdd(name, course);
        }

        courses.Choose(own is not null, utcTicks);
        return courses;
    }

    private static FlagCourse? CourseOf(
        ConfigSnapshot snapshot, FlagName name, Func<string, uint> hasher, HashKey? own, long utcTicks)
    {
        // As for a rule: no pattern beyond the config's budget is ever compiled.
        if (snapshot.PatternRefusalOf(name) is not null || !snapshot.TryGetText(name, out var text))
            return new() { Name = name };

        var document = RolloutReader.Read(text, snapshot.Settings);
        if (document.Error is not null)
            return new() { Name = name };

        var rollout = document.Value.Rollout;
        if (!rollout.HasNew)
            return null;

        var interpolates = rollout is { Interpolate: true, IsScheduled: true };
        var (time, leavesByRollback) = own is { } key && !interpolates
            ? TimeOf(rollout, key, hasher, utcTicks)
            : (null, false);
        return new()
        {
            Name = name,
            IsReadable = true,
            HasWaves = rollout.Waves.Count > 0,
            Interpolates = interpolates,
            Own = time,
            LeavesByRollback = leavesByRollback,
            Ramps = rollout.Ramp is { } ramp ? [(null, ramp)]
                : [.. rollout.Waves.Select(wave => (wave.AudienceName, wave.Ramp))],
        };
    }

    private static (TimeOnNew? Time, bool LeavesByRollback) TimeOf(
        Rollout rollout, in HashKey own, Func<string, uint> hasher, long utcTicks)
    {
        var decision = rollout.Decide(own, hasher, utcTicks);
        var time = rollout.Remember(decision, own, hasher);
        var leavesBySchedule = decision.Ramp is not { } ramp
            || (ramp.Schedule.IsFalling
                && ramp.SwitchesAt(own.Bucket(hasher, rollout.Salt))?.UtcTicks == time?.UntilTicks);
        return (time, !leavesBySchedule);
    }

    // The ramps of the other flags are released: a config may have any number of flags.
    private void Choose(bool hasOwn, long utcTicks)
    {
        List<FlagCourse> gauged = [];
        var series = 0;
        foreach (var course in All
            .Where(course => course.Ramps.Count > 0 || (hasOwn && course is { IsReadable: true, Own: not null }))
            .OrderBy(course => course.RankAt(utcTicks)))
        {
            Count++;
            var ofThis = Math.Max(course.Ramps.Count, 1);
            if (series + ofThis > MostSeries)
            {
                course.Ramps = [];
                continue;
            }

            series += ofThis;
            gauged.Add(course);
        }

        Gauged = gauged;
    }
}
