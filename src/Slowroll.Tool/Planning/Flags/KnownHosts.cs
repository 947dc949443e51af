using Slowroll.Planning.Flags;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Flags;

/// <summary>Counts real hosts for a flag.</summary>
internal static class KnownHosts
{
    /// <summary>The same flag with the numbers of real hosts.</summary>
    public static PlannedFlag With(this PlannedFlag flag, HostGroups hosts, long instant) => flag with
    {
        Groups =
        [
            .. flag.Groups.Zip(hosts.In(flag.Rollout), (group, known) => group with
            {
                Hosts = known.Hosts.Count,
                HostsOnNew = flag.Rollout.Interpolate ? null : known.CountOnNew(instant),
            }),
        ],
    };
}
