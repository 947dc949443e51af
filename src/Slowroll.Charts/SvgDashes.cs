namespace Slowroll.Charts;

/// <summary>The dashes of a line: lines are told apart by them too, for those who don't see the colours.</summary>
internal static class SvgDashes
{
    private static readonly string[] Dashes = ["", "7 3", "2 3", "10 3 2 3"];

    /// <summary>The dashes of a line, by its place in the chart.</summary>
    public static string Of(int number) => Dashes[number % Dashes.Length];
}
