namespace Slowroll.Tool.Planning.Hours;

/// <summary>Goes through the hours, and collects who changes sides in each, over all parts together.</summary>
/// <remarks>Some hours at a time, so that the memory doesn't grow with the time that is looked at.</remarks>
internal sealed class HourSweep
{
    // So many hours of all parts together are kept at a time.
    private const int MostKept = 2_000_000;

    private readonly HourRange _hours;
    private readonly IReadOnlyList<MovingPart> _parts;
    private readonly IEnumerator<HourMove>?[] _moves;
    private readonly Dictionary<object, int> _numbers = [];
    private readonly int[] _lines;

    /// <param name="hours">The hours.</param>
    /// <param name="parts">All that change sides.</param>
    public HourSweep(HourRange hours, IReadOnlyList<MovingPart> parts)
    {
        (_hours, _parts) = (hours, parts);
        _moves = new IEnumerator<HourMove>?[parts.Count];
        _lines = new int[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (!_numbers.TryGetValue(parts[i].Places.Line, out var number))
                _numbers.Add(parts[i].Places.Line, number = _numbers.Count);
            _lines[i] = number;
        }
    }

    /// <summary>The lines, by their numbers.</summary>
    public IReadOnlyList<object> Lines => [.. _numbers.Keys];

    /// <summary>Hands over each hour in which anybody changes sides. Several threads do so at once.</summary>
    /// <param name="take">Takes the number of the hour, and who changes sides in it.</param>
    /// <param name="passed">Is told how many hours have been looked at.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Run(Action<int, HourRuns> take, Action<int> passed, CancellationToken cancellation)
    {
        ParallelOptions options = new() { CancellationToken = cancellation };
        Parallel.For(0, _parts.Count, options, i => Begin(i));
        var length = Math.Max(24, MostKept / Math.Max(1, _parts.Count));
        for (var first = 0; first < _hours.Count && _moves.Any(moves => moves is not null); first += length)
        {
            var end = (int)Math.Min(_hours.Count, (long)first + length);
            var collected = new HourRuns?[Environment.ProcessorCount][];
            var start = first;
            Parallel.For(0, collected.Length, options, share => collected[share] = Collect(share, start, end));
            Parallel.For(first, end, options, hour =>
            {
                if (TogetherIn(collected, hour - start) is { } runs)
                    take(hour, runs);
            });
            passed(end);
        }
    }

    private void Begin(int part)
    {
        var moves = HourMove.All(_parts[part].Course, _hours).GetEnumerator();
        _moves[part] = moves.MoveNext() ? moves : null;
    }

    // Each thread looks at a share of the parts.
    private HourRuns?[] Collect(int share, int first, int end)
    {
        var collected = new HourRuns?[end - first];
        List<Run> runs = [];
        for (var i = share; i < _parts.Count; i += Environment.ProcessorCount)
        {
            while (_moves[i] is { } moves && moves.Current.Hour < end)
            {
                var (move, places) = (moves.Current, _parts[i].Places);
                runs.Clear();
                places.AddRuns(move.Lowest, move.Peak, runs);
                if (runs.Count > 0)
                    (collected[move.Hour - first] ??= new()).Add(_lines[i], runs, _parts[i].Count(move, runs));
                if (!moves.MoveNext())
                    _moves[i] = null;
            }
        }

        return collected;
    }

    private static HourRuns? TogetherIn(HourRuns?[][] collected, int hour)
    {
        HourRuns? together = null;
        foreach (var share in collected)
        {
            if (share[hour] is not { } runs)
                continue;
            if (together is null)
                together = runs;
            else
                together.Add(runs);
            share[hour] = null;
        }

        return together;
    }
}
