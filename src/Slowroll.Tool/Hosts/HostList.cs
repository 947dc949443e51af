using System.Collections.Concurrent;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Hosts;

/// <summary>The real hosts of a fleet, or whatever else the hash keys are.</summary>
internal sealed class HostList
{
    private readonly Func<string, uint> _hasher;
    private readonly Lazy<Dictionary<string, int>> _places;
    private readonly Lazy<HostOrder> _unsalted;
    private readonly ConcurrentDictionary<string, WeakReference<HostOrder>> _salted = [];

    /// <summary>A list of hosts.</summary>
    /// <param name="names">Their names; one that is there twice counts once.</param>
    /// <param name="hasher">What gives them their buckets.</param>
    public HostList(IEnumerable<string> names, Func<string, uint> hasher)
    {
        Names = [.. names.Distinct(StringComparer.Ordinal)];
        _hasher = hasher;
        _places = new(() => Names.Select((name, place) => (name, place))
            .ToDictionary(host => host.name, host => host.place, StringComparer.Ordinal));
        _unsalted = new(() => Sort(null));
    }

    /// <summary>Their names, each once, in the order of the list.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many there are.</summary>
    public int Count => Names.Count;

    /// <summary>Reads a text with a host in each line. Blank lines, and lines that begin with <c>#</c>, are left
    /// out.</summary>
    public static HostList Read(TextFile file, Func<string, uint> hasher) => new(
        file.Text.Split('\n').Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..])), hasher);

    /// <summary>The place of a host in the list; null if it isn't there.</summary>
    public int? PlaceOf(string name) => _places.Value.TryGetValue(name, out var place) ? place : null;

    /// <summary>All hosts in the order in which a rollout reaches them.</summary>
    /// <remarks>Costs a hash of each host and a sort; once without a salt, and again for a salt that nobody uses
    /// any more.</remarks>
    /// <param name="salt">The salt of the rollout; null without one.</param>
    public HostOrder OrderOf(string? salt)
    {
        if (salt is null)
            return _unsalted.Value;
        if (_salted.TryGetValue(salt, out var known) && known.TryGetTarget(out var order))
            return order;

        order = Sort(salt);
        _salted[salt] = new(order);
        return order;
    }

    private HostOrder Sort(string? salt)
    {
        var buckets = new uint[Count];
        Parallel.For(
            0, Count, place => buckets[place] = _hasher(salt is null ? Names[place] : $"{salt}:{Names[place]}"));
        return HostOrder.Of(buckets);
    }
}
