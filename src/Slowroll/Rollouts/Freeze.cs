namespace Slowroll.Rollouts;

/// <summary>A time in which no share rises.</summary>
/// <param name="From">The first instant, in microseconds since the year 1.</param>
/// <param name="Until">The first instant after it; <see cref="OpenTime.Never"/> while nobody has written one.</param>
/// <param name="Reason">What people wrote to it; null for nothing.</param>
internal readonly record struct Freeze(long From, long Until, string? Reason = null)
{
    /// <summary>Whether both are the same time: another reason makes no other freeze.</summary>
    public bool Equals(Freeze other) => From == other.From && Until == other.Until;

    /// <inheritdoc/>
    public override int GetHashCode() => (From, Until).GetHashCode();

    /// <summary>Freezes in the order of time, of which no two touch.</summary>
    public static IReadOnlyList<Freeze> Merge(IReadOnlyList<Freeze> freezes)
    {
        // Most flags have none, and a new process would compile all that sorts them.
        if (freezes.Count == 0)
            return [];

        List<Freeze> merged = [];
        foreach (var next in freezes.Where(freeze => freeze.From < freeze.Until).OrderBy(freeze => freeze.From))
        {
            if (merged.Count > 0 && next.From <= merged[merged.Count - 1].Until)
            {
                merged[merged.Count - 1] =
                    new(merged[merged.Count - 1].From, Math.Max(merged[merged.Count - 1].Until, next.Until));
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }
}
