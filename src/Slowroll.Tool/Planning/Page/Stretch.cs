namespace Slowroll.Tool.Planning.Page;

/// <summary>A part of time, in microseconds since the year 1.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
internal readonly record struct Stretch(long From, long Until)
{
    /// <summary>The time that some parts cover and others don't; in order, and no two parts touch.</summary>
    public static IReadOnlyList<Stretch> Without(IEnumerable<Stretch> covered, IEnumerable<Stretch> others)
    {
        var steps = covered.SelectMany(part => new[] { (At: part.From, In: 1, Out: 0), (At: part.Until, In: -1, Out: 0) })
            .Concat(others.SelectMany(part => new[] { (At: part.From, In: 0, Out: 1), (At: part.Until, In: 0, Out: -1) }))
            .GroupBy(step => step.At)
            .OrderBy(steps => steps.Key);
        List<Stretch> found = [];
        var (inside, outside) = (0, 0);
        long? since = null;
        foreach (var step in steps)
        {
            (inside, outside) = (inside + step.Sum(one => one.In), outside + step.Sum(one => one.Out));
            var counts = inside > 0 && outside == 0;
            if (since is { } from && !counts)
                found.Add(new(from, step.Key));
            since = counts ? since ?? step.Key : null;
        }

        return found;
    }
}
