using System.Globalization;

namespace Slowroll.Patterns;

/// <summary>How large patterns may be, for the running program and for the build.</summary>
/// <remarks>
/// <para>The size of a pattern is counted in steps of its automaton: one for each character and class that it reads,
/// each choice and each anchor, with every repetition written out. Memory and the time of a read grow with the steps
/// and with nothing else.</para>
/// <para>Measured: patterns that use the whole budget take about 4 MB, and checking a config of 16 MB that has only
/// patterns takes less than half a second.</para>
/// </remarks>
internal static class PatternLimits
{
    /// <summary>Characters of a pattern.</summary>
    public const int LongestPattern = 1_000;

    /// <summary>Groups and classes within one another.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Steps of a pattern.</summary>
    public const int LargestPattern = 2_000;

    /// <summary>Steps of all patterns of a config.</summary>
    public const int AllPatterns = 50_000;

    /// <summary>What each pattern costs at least. Plain texts cost nothing.</summary>
    public const int SmallestCost = 10;

    /// <summary>How many patterns of a config may be unreadable. Those that follow are not looked at: it takes long to
    /// find out that .NET has no <c>\p{name}</c>.</summary>
    public const int UnreadablePatterns = 1_000;

    /// <summary>Different character classes in a config that ignore case: each is looked up in .NET's tables
    /// once.</summary>
    public const int CaselessClasses = 100;

    /// <summary>A number as messages show it, independent of the culture of the machine.</summary>
    public static string InWords(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
