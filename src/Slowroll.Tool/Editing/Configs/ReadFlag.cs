using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>A flag that is edited, and what it says.</summary>
internal sealed class ReadFlag
{
    private const int MostDuplicates = 20;

    private ReadFlag(ConfigFlag flag, ConfigRollout? rollout) => (Flag, Rollout) = (flag, rollout);

    public ConfigFlag Flag { get; }

    /// <summary>Both names, for a message.</summary>
    public string Name => Flag.Path;

    /// <summary>Null for a flag without <c>new</c>.</summary>
    public ConfigRollout? Rollout { get; }

    /// <summary>Its fields in the text.</summary>
    public JsonObject Fields => (JsonObject)Flag.Member.Value;

    /// <summary>Reads a flag.</summary>
    /// <exception cref="EditRefusedException">It can't be read, or a program would not take it.</exception>
    public static ReadFlag Of(ConfigFlag flag)
    {
        DriftList problems = new();
        var rollout = ConfigRolloutReader.Read(flag, null, problems);
        return problems.All is [var first, ..]
            ? throw new EditRefusedException($"{flag.Path} can't be edited: {first.Arguments[^1]}")
            : new(flag, rollout);
    }

    /// <summary>Reads a flag that may be wrong: an edit may make it right.</summary>
    /// <exception cref="EditRefusedException">It is no object.</exception>
    public static ReadFlag Unchecked(ConfigFlag flag) =>
        flag.Member.Value is JsonObject ? new(flag, ConfigRolloutReader.Read(flag, null, new())) : Of(flag);

    /// <summary>Nobody writes a field so often, and removing them one by one would take for ever.</summary>
    /// <exception cref="EditRefusedException">A field is there too often.</exception>
    public void RefuseDuplicates()
    {
        var most = Fields.AllMembers.GroupBy(member => member.Name).FirstOrDefault(
            group => RolloutFields.All.Contains(group.Key) && group.Count() > MostDuplicates);
        if (most is not null)
        {
            throw new EditRefusedException(
                $"{Name} has '{most.Key}' more than {MostDuplicates} times. Leave one of them, by hand.");
        }
    }

    /// <summary>How many hosts switch between two instants, in per cent; of several groups, in the one of
    /// most.</summary>
    public double SwitchingBetween(long from, long until) =>
        SharesAt(until).Zip(SharesAt(from), (late, early) => late.Percent - early.Percent).DefaultIfEmpty(0).Max();

    /// <summary>The flag's shares on <c>new</c> at an instant, by group of hash keys.</summary>
    public IReadOnlyList<GroupShare> SharesAt(long instant) => Rollout is null ? [] :
    [
        .. HostGroup.In(Rollout, new AudienceIndex()).Select(group => new GroupShare(
            group.Name, group.Course.CountAt(instant) * 100.0 / Course.AllBuckets)),
    ];
}
