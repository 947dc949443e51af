namespace Slowroll.Texts;

/// <summary>How far one name is from another, for "did you mean".</summary>
/// <remarks>This file is compiled into the runtime and into the build-time half.</remarks>
internal static class NameDistance
{
    private const int LongestName = 100;

    /// <summary>How many letters must be inserted, removed, replaced or swapped with their neighbour to make one name
    /// of the other; case doesn't count. A name of more than a hundred letters is near to none.</summary>
    public static int Between(string one, string other)
    {
        if (one.Length > LongestName || other.Length > LongestName)
            return int.MaxValue;

        // The rows for the letters before the last one, for the last one, and for this one.
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var (earlier, last, row) = (0, width, 2 * width);
        for (var column = 0; column < width; column++)
            rows[row + column] = column;

        for (var at = 1; at <= one.Length; at++)
        {
            (earlier, last, row) = (last, row, earlier);
            rows[row] = at;
            for (var column = 1; column < width; column++)
            {
                var replaced = rows[last + column - 1] + (Same(one[at - 1], other[column - 1]) ? 0 : 1);
                var distance = Math.Min(replaced, Math.Min(rows[row + column - 1], rows[last + column]) + 1);
                if (at > 1 && column > 1 && Same(one[at - 1], other[column - 2]) && Same(
                    one[at - 2], other[column - 1]))
                {
                    distance = Math.Min(distance, rows[earlier + column - 2] + 1);
                }

                rows[row + column] = distance;
            }
        }

        return rows[row + width - 1];
    }

    /// <summary>Whether a name is so near to the written one that it may be meant.</summary>
    public static bool IsNear(string written, int distance) => distance <= Math.Max(1, written.Length / 3);

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
