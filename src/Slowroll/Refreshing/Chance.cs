namespace Slowroll.Refreshing;

/// <summary>Random numbers that spread a fleet over time.</summary>
internal static class Chance
{
    /// <summary>A random number from 0 up to 1.</summary>
#pragma warning disable CA5394 // It protects nothing.
    public static double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
