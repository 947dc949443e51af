using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Fills the table of hosts, flag by flag.</summary>
/// <param name="hosts">All hosts.</param>
internal sealed class HostTableReader(HostList hosts)
{
    private const int MostHosts = 5_000;
    private const int MostFlags = 12;

    private readonly List<string> _flags = [];
    private readonly List<PageCell[]> _cells = [];
    private int _leftOutFlags;

    /// <summary>The table.</summary>
    public PageHosts Table => new(
        _flags,
        [
            .. hosts.Names.Take(MostHosts).Select((name, place) => new PageHost(
                OneLine.Of(name), [.. _cells.Select(cells => cells[place])])),
        ],
        hosts.Count);

    /// <summary>What the table has no room for, in sentences.</summary>
    public IEnumerable<string> LeftOut
    {
        get
        {
            if (hosts.Count > MostHosts)
            {
                yield return $"The list has {Amount.Number(hosts.Count)} hosts; the table shows the first "
                    + $"{Amount.Number(MostHosts)} of them, and all other numbers are of all.";
            }

            if (_leftOutFlags > 0)
            {
                yield return $"The table of hosts shows the first {Amount.Number(_flags.Count)} flags, and leaves out "
                    + $"{Amount.Number(_leftOutFlags)}.";
            }
        }
    }

    /// <summary>Takes a flag.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="groups">Its groups, with their hosts.</param>
    public void Add(FlagMoves flag, IReadOnlyList<GroupHosts> groups)
    {
        if (_flags.Count == MostFlags)
        {
            _leftOutFlags++;
            return;
        }

        var cells = new PageCell[Math.Min(hosts.Count, MostHosts)];
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var (host, bucket) in groups[i].Hosts.WithBuckets().Where(one => one.Host < cells.Length))
                cells[host] = new(flag.Groups[i].Short, TimeOnNew.Of(groups[i].Group.Course, bucket));
        }

        _flags.Add(flag.Name);
        _cells.Add(cells);
    }
}
