using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Comparing;

/// <summary>The hosts that an edit switches, whatever flag they belong to.</summary>
internal sealed class SwitchingHosts(HostList hosts)
{
    /// <summary>All of them.</summary>
    public HostMarks All { get; } = new(hosts);

    /// <summary>Those that lose <c>new</c>.</summary>
    public HostMarks Losing { get; } = new(hosts);

    /// <summary>Adds a host.</summary>
    public void Add(int host, bool loses)
    {
        All.Add(host);
        if (loses)
            Losing.Add(host);
    }

    /// <summary>Adds the hosts with buckets from one number to below another.</summary>
    public void Add(HostOrder order, long from, long until, bool loses)
    {
        All.Add(order, from, until);
        if (loses)
            Losing.Add(order, from, until);
    }
}
