namespace Slowroll.Tool.Hosts;

/// <summary>Hosts in the order of their buckets: the order in which a rollout reaches them.</summary>
/// <remarks>Two orders that were made of one share their memory. A host is a number: its place in the
/// <see cref="HostList"/>.</remarks>
internal sealed class HostOrder
{
    private readonly uint[] _buckets;
    private readonly int[] _hosts;
    private readonly int[] _without;
    private readonly Lazy<int[]> _ranks;

    private HostOrder(uint[] buckets, int[] hosts, int[] without, Lazy<int[]> ranks) =>
        (_buckets, _hosts, _without, _ranks) = (buckets, hosts, without, ranks);

    /// <summary>How many hosts there are.</summary>
    public int Count => _hosts.Length - _without.Length;

    /// <summary>All hosts.</summary>
    public IEnumerable<int> All => Between(0, long.MaxValue);

    /// <summary>The order of hosts with these buckets.</summary>
    public static HostOrder Of(uint[] bucketsOfHosts)
    {
        var (buckets, hosts) = ((uint[])bucketsOfHosts.Clone(), Enumerable.Range(0, bucketsOfHosts.Length).ToArray());
        Array.Sort(buckets, hosts);
        return Sorted(buckets, hosts, bucketsOfHosts.Length);
    }

    /// <summary>How many hosts have a lower bucket. Costs a binary search.</summary>
    public int CountBelow(long bucket)
    {
        var rank = RankOf(bucket);
        return rank - FirstAtLeast(_without, rank);
    }

    /// <summary>The hosts with buckets from one number to below another, in order.</summary>
    public IEnumerable<int> Between(long from, long until)
    {
        var (rank, end) = (RankOf(from), RankOf(until));
        var skip = FirstAtLeast(_without, rank);
        for (; rank < end; rank++)
        {
            if (skip < _without.Length && _without[skip] == rank)
                skip++;
            else
                yield return _hosts[rank];
        }
    }

    /// <summary>Marks the hosts with buckets from one number to below another, at their places in the list.</summary>
    /// <remarks>Costs about a nanosecond for each of them.</remarks>
    public void Mark(bool[] marks, long from, long until)
    {
        var (rank, end) = (RankOf(from), RankOf(until));
        for (var skip = FirstAtLeast(_without, rank); skip < _without.Length && _without[skip] < end; skip++)
        {
            MarkRanks(marks, rank, _without[skip]);
            rank = _without[skip] + 1;
        }

        MarkRanks(marks, rank, end);
    }

    /// <summary>The same hosts with their buckets, in order.</summary>
    public IEnumerable<(int Host, uint Bucket)> WithBuckets()
    {
        var skip = 0;
        for (var rank = 0; rank < _hosts.Length; rank++)
        {
            if (skip < _without.Length && _without[skip] == rank)
                skip++;
            else
                yield return (_hosts[rank], _buckets[rank]);
        }
    }

    /// <summary>The order without some hosts.</summary>
    public HostOrder Without(IEnumerable<int> hosts)
    {
        int[] ranks = [.. hosts.Select(host => _ranks.Value[host]).Where(rank => rank >= 0)];
        return ranks.Length == 0
            ? this
            : new(_buckets, _hosts, [.. _without.Concat(ranks).Distinct().Order()], _ranks);
    }

    /// <summary>The order of some of the hosts alone.</summary>
    public HostOrder Only(IEnumerable<int> hosts)
    {
        var without = _without.ToHashSet();
        int[] ranks =
        [
            .. hosts.Select(host => _ranks.Value[host]).Where(rank => rank >= 0 && !without.Contains(rank))
                .Distinct().Order(),
        ];
        return Sorted(
            [.. ranks.Select(rank => _buckets[rank])], [.. ranks.Select(rank => _hosts[rank])], _ranks.Value.Length);
    }

    private static HostOrder Sorted(uint[] buckets, int[] hosts, int hostsOfList) => new(buckets, hosts, [], new(() =>
    {
        var ranks = new int[hostsOfList];
        Array.Fill(ranks, -1);
        for (var rank = 0; rank < hosts.Length; rank++)
            ranks[hosts[rank]] = rank;
        return ranks;
    }));

    private void MarkRanks(bool[] marks, int from, int until)
    {
        foreach (var host in _hosts.AsSpan(from, until - from))
            marks[host] = true;
    }

    private int RankOf(long bucket) =>
        bucket <= 0 ? 0 : bucket > uint.MaxValue ? _buckets.Length : FirstAtLeast(_buckets, (uint)bucket);

    private static int FirstAtLeast<T>(T[] sorted, T bound)
        where T : IComparable<T>
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (sorted[middle].CompareTo(bound) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
