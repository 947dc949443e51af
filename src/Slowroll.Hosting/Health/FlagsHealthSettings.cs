using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Slowroll.Hosting.Health;

/// <summary>How the health check of a class of flags is registered. A later call replaces it as a whole.</summary>
internal sealed class FlagsHealthSettings<TFlags> where TFlags : class, IFlagClass<TFlags>
{
    public static string UsualName => $"slowroll {TFlags.LocalCacheName}";

    public string Name { get; init; } = UsualName;

    /// <summary>What it answers before the first config.</summary>
    public HealthStatus? FailureStatus { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
