using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>Places of one line that follow each other: ranks of sorted hosts, or buckets.</summary>
/// <param name="From">The first one.</param>
/// <param name="Until">The first one after them.</param>
internal readonly record struct Run(long From, long Until);

/// <summary>Where the hosts of a group stand: on which line, and at which places of it.</summary>
internal abstract class Places
{
    /// <summary>The line. Two groups on one line share places.</summary>
    public abstract object Line { get; }

    /// <summary>How many there are with buckets from one number to below another.</summary>
    public abstract long Count(long from, long until);

    /// <summary>Adds the places of those with buckets from one number to below another.</summary>
    public abstract void AddRuns(long from, long until, List<Run> runs);

    /// <summary>The places of real hosts.</summary>
    public static Places Of(HostOrder hosts) => new OfHosts(hosts);

    /// <summary>The places of a group of which only the salt is known: its buckets.</summary>
    public static Places Of(string? salt) => new OfBuckets(salt);

    private sealed class OfHosts(HostOrder hosts) : Places
    {
        public override object Line => hosts.Ranked;

        public override long Count(long from, long until) => hosts.CountBelow(until) - hosts.CountBelow(from);

        public override void AddRuns(long from, long until, List<Run> runs)
        {
            foreach (var (start, end) in hosts.RanksBetween(from, until))
                runs.Add(new(start, end));
        }
    }

    private sealed class OfBuckets(string? salt) : Places
    {
        // Not equal to any salt.
        private static readonly object WithoutSalt = new();

        public override object Line => salt ?? WithoutSalt;

        public override long Count(long from, long until) => until - from;

        public override void AddRuns(long from, long until, List<Run> runs) => runs.Add(new(from, until));
    }
}
