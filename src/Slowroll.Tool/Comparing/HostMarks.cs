using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Comparing;

/// <summary>Counts hosts, each once, however many flags it switches. Several threads may add.</summary>
internal sealed class HostMarks(HostList hosts)
{
    private readonly bool[] _marks = new bool[hosts.Count];
    private readonly Lock _gate = new();
    private readonly SortedSet<(long From, long Until)> _ranges = [];

    /// <summary>How many hosts were added.</summary>
    public int Count
    {
        get
        {
            foreach (var (from, until) in _ranges)
                hosts.OrderOf(null).Mark(_marks, from, until);
            return _marks.Count(mark => mark);
        }
    }

    /// <summary>Adds a host.</summary>
    public void Add(int host) => _marks[host] = true;

    /// <summary>Adds the hosts with buckets from one number to below another.</summary>
    public void Add(HostOrder order, long from, long until)
    {
        if (!ReferenceEquals(order, hosts.OrderOf(null)))
        {
            order.Mark(_marks, from, until);
            return;
        }

        // Many flags have no salt, and each may switch all hosts: their ranges are joined first.
        lock (_gate)
        {
            foreach (var other in _ranges.Where(range => range.From <= until && from <= range.Until).ToList())
            {
                (from, until) = (Math.Min(from, other.From), Math.Max(until, other.Until));
                _ranges.Remove(other);
            }

            _ranges.Add((from, until));
        }
    }
}
