using Slowroll.Rollouts;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>Compares the times of freezes.</summary>
internal static class FreezeSpans
{
    /// <summary>The part of a freeze between two instants; null if there is none.</summary>
    public static Freeze? Within(Freeze freeze, long from, long until)
    {
        Freeze part = new(Math.Max(freeze.From, from), Math.Min(freeze.Until, until));
        return part.From < part.Until ? part : null;
    }

    /// <summary>The parts of a freeze that lie in no other one.</summary>
    /// <param name="freeze">The freeze.</param>
    /// <param name="others">In the order of time; no two of them touch.</param>
    public static IEnumerable<Freeze> Outside(Freeze freeze, IEnumerable<Freeze> others)
    {
        var from = freeze.From;
        foreach (var other in others.Where(other => other.Until > freeze.From && other.From < freeze.Until))
        {
            if (other.From > from)
            {
                yield return new(from, other.From);
            }

            from = other.Until;
        }

        if (from < freeze.Until)
        {
            yield return new(from, freeze.Until);
        }
    }

    /// <summary>The first instant that lies in one of these freezes and in none of the others;
    /// <see cref="OpenTime.Never"/> if there is none.</summary>
    public static long FirstOutside(IEnumerable<Freeze> freezes, IReadOnlyList<Freeze> others) => freezes
        .SelectMany(freeze => Outside(freeze, others).Select(part => part.From))
        .DefaultIfEmpty(OpenTime.Never)
        .Min();
}
