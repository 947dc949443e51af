using System.Collections.Concurrent;
using Slowroll.Planning.Flags;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>What a group of hosts contributes to an hour.</summary>
/// <param name="Name">The flag, with waves also the wave.</param>
/// <param name="Hosts">How many hosts change sides; null where the hosts aren't known.</param>
/// <param name="Share">Of how many, 0 to 100.</param>
/// <param name="IsRollback">Whether they lose <c>new</c> by a rollback.</param>
/// <param name="IsUpperBound">Whether it takes the hosts to know who they are.</param>
internal sealed record Contribution(string Name, long? Hosts, double Share, bool IsRollback, bool IsUpperBound);

/// <summary>An hour in which many hosts change sides, with the flags that make them.</summary>
/// <param name="Switches">How many do.</param>
/// <param name="Flags">By what; those with the most hosts first.</param>
internal sealed record BusyHour(SwitchesInHour Switches, IReadOnlyList<Contribution> Flags)
{
    private const int MostHours = 3;

    /// <summary>The busiest hours, with what makes them.</summary>
    /// <param name="switches">All hours.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="hosts">The hosts; null where they aren't known.</param>
    /// <param name="count">How many hosts there are.</param>
    public static IReadOnlyList<BusyHour> Of(
        HourlySwitches switches, IReadOnlyList<PlannedFlag> flags, HostGroups? hosts, int? count)
    {
        var busiest = switches.All
            .OrderByDescending(hour => hour.Hosts ?? hour.Share).ThenBy(hour => hour.Hour)
            .Take(MostHours)
            .ToList();
        ConcurrentBag<(int Hour, Contribution By)> made = [];
        Parallel.ForEach(flags.GroupBy(flag => flag.Rollout.Salt, StringComparer.Ordinal), salt =>
        {
            if (hosts is null)
                Add(salt, MovingPart.Of);
            else
                hosts.WithOrderOf(salt.Key, () => Add(salt, flag => MovingPart.Of(flag, hosts)));
        });
        var byHour = made.ToLookup(one => one.Hour, one => one.By);
        return [.. busiest.Select(hour => new BusyHour(hour,
        [
            .. byHour[hour.Hour].OrderByDescending(one => one.Share)
                .ThenBy(one => one.Name, StringComparer.Ordinal),
        ]))];

        void Add(IEnumerable<PlannedFlag> ofSalt, Func<PlannedFlag, IEnumerable<MovingPart>> partsOf) =>
            Parallel.ForEach(ofSalt, flag =>
            {
                foreach (var part in partsOf(flag))
                {
                    foreach (var hour in busiest)
                    {
                        if (Of(part, switches.Hours, hour.Hour, count) is { Share: > 0 } by)
                            made.Add((hour.Hour, by));
                    }
                }
            });
    }

    private static Contribution Of(MovingPart part, HourRange hours, int hour, int? count)
    {
        var move = HourMove.In(part.Course, hours, hour);
        var switching = part.Places.Count(move.Lowest, move.Peak);
        return new(
            part.Group.Name,
            count is null ? null : switching,
            switching * 100.0 / (count ?? Course.AllBuckets),
            part.Course.Rollbacks.Count > 0 && move.After < move.Peak,
            count is null && part.Group.NeedsHosts);
    }
}
