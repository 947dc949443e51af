using System.Numerics;
using Slowroll.Planning.Flags;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>How many hosts change sides in a clock hour, over all flags together; each counts once.</summary>
/// <param name="Hour">Which hour of the range.</param>
/// <param name="Hosts">How many; null where the hosts aren't known.</param>
/// <param name="Share">Of how many, 0 to 100.</param>
/// <param name="Gains">How often a host gets a <c>new</c>; null where the hosts aren't known.</param>
/// <param name="Losses">How often a host loses one.</param>
internal sealed record SwitchesInHour(int Hour, int? Hosts, double Share, long? Gains, long? Losses);

/// <summary>How many hosts change sides in each hour.</summary>
/// <param name="Hours">The hours that were looked at.</param>
/// <param name="All">Those in which anybody does, in order.</param>
internal sealed record HourlySwitches(HourRange Hours, IReadOnlyList<SwitchesInHour> All)
{
    private const int BitsPerWord = 64;

    /// <summary>Counts real hosts.</summary>
    /// <remarks>Flags with salts are looked at salt by salt: only the hosts of a few salts are kept sorted at a
    /// time.</remarks>
    /// <param name="hours">The hours.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="hosts">The hosts.</param>
    /// <param name="groups">The same, by the groups of rollouts.</param>
    /// <param name="progress">Is told which part of the work is done, 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public static HourlySwitches Of(
        HourRange hours, IReadOnlyList<PlannedFlag> flags, HostList hosts, HostGroups groups, Action<double> progress,
        CancellationToken cancellation)
    {
        var salts = flags.GroupBy(flag => flag.Rollout.Salt, StringComparer.Ordinal).ToList();
        var counts = new int[hours.Count];
        var (gains, losses) = (new long[hours.Count], new long[hours.Count]);
        var marks = salts.Count > 1 ? new ulong[]?[hours.Count] : null;
        var words = (hosts.Count + BitsPerWord - 1) / BitsPerWord;
        var done = 0L;
        Parallel.ForEach(salts, new() { CancellationToken = cancellation }, salt => groups.WithOrderOf(salt.Key, () =>
        {
            HourSweep sweep = new(
                hours, [.. salt.AsParallel().AsOrdered().SelectMany(flag => MovingPart.Of(flag, groups))]);
            var lines = sweep.Lines;
            var before = 0;
            sweep.Run(
                (hour, runs) =>
                {
                    Interlocked.Add(ref gains[hour], runs.Gains);
                    Interlocked.Add(ref losses[hour], runs.Losses);
                    var union = runs.Union();
                    if (marks is not null)
                        Mark(MarksOf(ref marks[hour], words), lines, union);
                    else if (union[0].Line == union[^1].Line)
                        counts[hour] = (int)union.Sum(one => one.Run.Until - one.Run.From);
                    else
                        counts[hour] = Count(Mark(new ulong[words], lines, union));
                },
                passed =>
                {
                    progress(Interlocked.Add(ref done, passed - before) / ((double)salts.Count * hours.Count));
                    before = passed;
                },
                cancellation);
        }));

        if (marks is not null)
            Parallel.For(0, counts.Length, hour => counts[hour] = marks[hour] is { } bits ? Count(bits) : 0);
        return new(hours,
        [
            .. Enumerable.Range(0, hours.Count).Where(hour => counts[hour] > 0).Select(hour => new SwitchesInHour(
                hour, counts[hour], counts[hour] * 100.0 / hosts.Count, gains[hour], losses[hour])),
        ]);
    }

    /// <summary>Estimates the share of all hosts by their positions: flags of one salt share them, those of different
    /// salts are independent.</summary>
    public static HourlySwitches Of(
        HourRange hours, IReadOnlyList<PlannedFlag> flags, Action<double> progress, CancellationToken cancellation)
    {
        var shares = new double[hours.Count];
        new HourSweep(hours, [.. flags.SelectMany(MovingPart.Of)]).Run(
            (hour, runs) => shares[hour] = 100 * (1 - runs.Union().GroupBy(one => one.Line)
                .Aggregate(1.0, (stay, line) => stay * (1 - line.Sum(one => one.Run.Until - one.Run.From)
                    / (double)Course.AllBuckets))),
            passed => progress(passed / (double)hours.Count),
            cancellation);
        return new(hours,
        [
            .. Enumerable.Range(0, hours.Count).Where(hour => shares[hour] > 0)
                .Select(hour => new SwitchesInHour(hour, null, shares[hour], null, null)),
        ]);
    }

    private static ulong[] MarksOf(ref ulong[]? marks, int words) =>
        Volatile.Read(ref marks) ?? Interlocked.CompareExchange(ref marks, new ulong[words], null) ?? marks!;

    private static ulong[] Mark(ulong[] marks, IReadOnlyList<object> lines, List<(int Line, Run Run)> union)
    {
        foreach (var (line, run) in union)
        {
            var ranked = (int[])lines[line];
            for (var rank = run.From; rank < run.Until; rank++)
            {
                var host = ranked[rank];
                Interlocked.Or(ref marks[host / BitsPerWord], 1UL << (host % BitsPerWord));
            }
        }

        return marks;
    }

    private static int Count(ulong[] marks) => marks.Sum(BitOperations.PopCount);
}
