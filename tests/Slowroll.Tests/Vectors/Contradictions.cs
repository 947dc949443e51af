namespace Slowroll.Tests.Vectors;

/// <summary>The cases of decide.json that contradict the hash: see Differences.md.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<int> InDecide { get; } =
    [
        2999, 3001, 3002, 3004, 3005, 3006, 3011, 3012, 3015, 3018, 3021, 3022, 3024, 3027,
        3032, 3035, 3042, 3043, 3046, 3049, 3050, 3052, 3053, 3054, 3057, 3061, 3062, 3063,
    ];
}
