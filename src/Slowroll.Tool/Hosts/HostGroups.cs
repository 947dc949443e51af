using System.Collections.Concurrent;
using Slowroll.Grammar;
using Slowroll.Patterns;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Hosts;

/// <summary>Hosts that a rollout treats alike.</summary>
/// <param name="Group">What they have in common.</param>
/// <param name="Hosts">Which they are.</param>
internal sealed record GroupHosts(HostGroup Group, HostOrder Hosts)
{
    /// <summary>How many of them are on <c>new</c> at an instant, in microseconds since the year 1.</summary>
    public int CountOnNew(long instant) => Hosts.CountBelow(Group.Course.CountAt(instant));

    /// <summary>Marks those of them that are on <c>new</c> at an instant, at their places in the list.</summary>
    public void MarkOnNew(bool[] marks, long instant) => Hosts.Mark(marks, 0, Group.Course.CountAt(instant));

    /// <summary>Which of them are on <c>new</c> at an instant.</summary>
    public IEnumerable<int> OnNew(long instant) => Hosts.Between(0, Group.Course.CountAt(instant));
}

/// <summary>Sorts the hosts of a list into the groups of the rollouts of one config: early adopters, waves, all
/// others.</summary>
/// <remarks>Several threads may use it. The hosts of an audience are found once, however many flags name it.</remarks>
internal sealed class HostGroups(HostList hosts)
{
    private readonly ConcurrentDictionary<string, Lazy<int[]>> _audiences = [];
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<HostOrder>>> _waves = [];

    /// <summary>The groups of a rollout. Each host is in exactly one; a group may be empty.</summary>
    public IReadOnlyList<GroupHosts> In(ConfigRollout rollout)
    {
        var groups = HostGroup.In(rollout, new());
        var orders = rollout.Waves.Count == 0 ? [hosts.OrderOf(rollout.Salt)] : OrdersOf(rollout, groups);
        if (!rollout.HasEarlyAdopters)
            return [.. groups.Zip(orders, (group, order) => new GroupHosts(group, order))];

        int[] early = [.. MembersOf(rollout.EarlyAdopters, rollout.Patterns)];
        return
        [
            new(HostGroup.EarlyAdopters(rollout), hosts.OrderOf(rollout.Salt).Only(early)),
            .. groups.Zip(orders, (group, order) => new GroupHosts(group, order.Without(early))),
        ];
    }

    // Many flags have the same waves, and no salt.
    private IReadOnlyList<HostOrder> OrdersOf(ConfigRollout rollout, IReadOnlyList<HostGroup> groups)
    {
        var audiences = groups.Select(group => group.Wave is { } wave ? rollout.Waves[wave].Audience : null).ToList();
        if (rollout.Salt is not null)
            return Split(rollout, audiences);

        var key = string.Join('|', audiences.Select(name => $"{name?.Length} {name}"));
        return _waves.GetOrAdd(key, _ => new(() => Split(rollout, audiences))).Value;
    }

    private List<HostOrder> Split(ConfigRollout rollout, List<string?> audiences)
    {
        var rest = hosts.OrderOf(rollout.Salt);
        List<HostOrder> orders = [];
        foreach (var audience in audiences)
        {
            if (audience is null)
            {
                orders.Add(rest);
                continue;
            }

            var members = MembersOf(audience, rollout.Settings.Audiences[audience]);
            orders.Add(rest.Only(members));
            rest = rest.Without(members);
        }

        return orders;
    }

    private int[] MembersOf(string audience, AudienceParts parts) =>
        _audiences.GetOrAdd(audience, _ => new(() => [.. MembersOf(parts.Keys, parts.Patterns)])).Value;

    private IEnumerable<int> MembersOf(IReadOnlyList<string> names, IReadOnlyList<Pattern> patterns)
    {
        var plain = patterns.Select(pattern => pattern.PlainText).OfType<string>();
        var named = names.Concat(plain).Select(hosts.PlaceOf).OfType<int>();
        var programs = PatternProgram.Compile(patterns.Where(pattern => pattern.PlainText is null));
        var matched = programs.Length == 0
            ? []
            : Enumerable.Range(0, hosts.Count)
                .Where(place => programs.Any(program => program.IsMatch(hosts.Names[place])));
        return named.Concat(matched).Distinct();
    }
}
