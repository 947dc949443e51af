namespace Slowroll.Planning.Page;

/// <summary>A part of time, in microseconds since the year 1.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
internal readonly record struct Stretch(long From, long Until)
{
    /// <summary>The time that some parts cover and others don't; in order, and no two parts touch.</summary>
    public static IReadOnlyList<Stretch> Without(IEnumerable<Stretch> covered, IEnumerable<Stretch> others)
    {
        var steps = covered.SelectMany(part => Edges(part).Select(edge => (edge.At, In: edge.Step, Out: 0)))
            .Concat(others.SelectMany(part => Edges(part).Select(edge => (edge.At, In: 0, Out: edge.Step))))
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

    private static (long At, int Step)[] Edges(Stretch part) => [(part.From, 1), (part.Until, -1)];
}
