using System.Buffers;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Comparing;

/// <summary>Says which hosts of a list switch.</summary>
internal sealed class HostSwitches(HostList hosts, HostGroups groupsBefore, HostGroups groupsAfter)
{
    /// <summary>Who switches at an instant, in microseconds since the year 1.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="switching">Takes each host that switches.</param>
    public Switches Of(FlagEdit edit, long instant, SwitchingHosts switching)
    {
        var before = GroupsOf(edit.RolloutBefore, groupsBefore, edit.GroupsBefore[0].Course);
        return edit.HaveSameGroups
            ? OfGroups(before, CoursesAfter(edit), instant, switching)
            : OfSets(
                before, GroupsOf(edit.RolloutAfter, groupsAfter, edit.GroupsAfter[0].Course), instant, switching);
    }

    private IReadOnlyList<GroupHosts> GroupsOf(ConfigRollout? rollout, HostGroups groups, Course ofAll) =>
        rollout is not null
            ? groups.In(rollout)
            : [new(new() { Name = "all hosts", Course = ofAll }, hosts.OrderOf(null))];

    // In the order of the groups of hosts.
    private static IEnumerable<Course> CoursesAfter(FlagEdit edit) => edit.RolloutAfter is { HasEarlyAdopters: true }
        ? edit.GroupsAfter.Select(group => group.Course).Prepend(Course.Everybody(edit.RolloutAfter.Rollback))
        : edit.GroupsAfter.Select(group => group.Course);

    // The lowest buckets are on new: those between the two numbers switch.
    private Switches OfGroups(
        IReadOnlyList<GroupHosts> groups, IEnumerable<Course> after, long instant, SwitchingHosts switching)
    {
        List<(HostOrder Hosts, long From, long Until)> gains = [], loses = [];
        foreach (var (group, later) in groups.Zip(after))
        {
            var (from, until) = (group.Group.Course.CountAt(instant), later.CountAt(instant));
            if (from < until)
                gains.Add((group.Hosts, from, until));
            else if (until < from)
                loses.Add((group.Hosts, until, from));
        }

        return new(Counted(gains, loses: false), Counted(loses, loses: true));

        Switched Counted(List<(HostOrder Hosts, long From, long Until)> ranges, bool loses)
        {
            foreach (var (order, from, until) in ranges)
                switching.Add(order, from, until, loses);
            return this.Counted(
                ranges.Sum(range => range.Hosts.CountBelow(range.Until) - range.Hosts.CountBelow(range.From)),
                ranges.SelectMany(range => range.Hosts.Between(range.From, range.Until)));
        }
    }

    private Switches OfSets(
        IReadOnlyList<GroupHosts> before, IReadOnlyList<GroupHosts> after, long instant, SwitchingHosts switching)
    {
        var (wasNew, isNew) = (OnNew(before, instant), OnNew(after, instant));
        List<int> gains = [], loses = [];
        for (var host = 0; host < hosts.Count; host++)
        {
            if (wasNew[host] != isNew[host])
            {
                (isNew[host] ? gains : loses).Add(host);
                switching.Add(host, loses: wasNew[host]);
            }
        }

        ArrayPool<bool>.Shared.Return(wasNew);
        ArrayPool<bool>.Shared.Return(isNew);
        return new(Counted(gains.Count, gains), Counted(loses.Count, loses));
    }

    // Rented: thousands of flags are compared.
    private bool[] OnNew(IReadOnlyList<GroupHosts> groups, long instant)
    {
        var onNew = ArrayPool<bool>.Shared.Rent(hosts.Count);
        Array.Clear(onNew);
        foreach (var group in groups)
            group.MarkOnNew(onNew, instant);
        return onNew;
    }

    private Switched Counted(int count, IEnumerable<int> which) => new()
    {
        Count = count,
        Names = [.. which.Take(Switched.MostNames).Select(host => hosts.Names[host])],
    };
}
