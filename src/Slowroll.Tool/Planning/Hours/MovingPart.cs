using Slowroll.Planning.Flags;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>Hosts of one flag that change sides later on.</summary>
/// <param name="Group">The group.</param>
/// <param name="Course">When they do.</param>
/// <param name="Places">Where they stand.</param>
internal sealed record MovingPart(PlannedGroup Group, Course Course, Places Places)
{
    /// <summary>How many get <c>new</c> in an hour, and how many lose it.</summary>
    /// <param name="move">What the course does in it.</param>
    /// <param name="runs">The places of those who change sides.</param>
    public (long Gains, long Losses) Count(HourMove move, List<Run> runs)
    {
        var gains = move.Before == move.Peak ? 0 : CountFrom(move.Before);
        return (gains, move.After == move.Peak ? 0 : CountFrom(move.After));

        long CountFrom(long from) => from == move.Lowest
            ? runs.Sum(run => run.Until - run.From)
            : Places.Count(from, move.Peak);
    }

    /// <summary>The parts of a flag, with real hosts.</summary>
    public static IEnumerable<MovingPart> Of(PlannedFlag flag, HostGroups hosts) => flag.Rollout.Interpolate
        ? []
        : flag.Groups.Zip(hosts.In(flag.Rollout))
            .Where(pair => pair.First.State.Moves && pair.Second.Hosts.Count > 0)
            .Select(pair => new MovingPart(pair.First, pair.First.Group.Course, Places.Of(pair.Second.Hosts)));

    /// <summary>The parts of a flag, of which only the salt is known. Who is in a wave isn't: each counts as if all
    /// could be in it.</summary>
    public static IEnumerable<MovingPart> Of(PlannedFlag flag) => flag.Rollout.Interpolate
        ? []
        : flag.Groups.Where(group => group.State.Moves)
            .Select(group => new MovingPart(group, group.Group.Course, Places.Of(flag.Rollout.Salt)));
}
