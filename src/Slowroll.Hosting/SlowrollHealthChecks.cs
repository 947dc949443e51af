using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Slowroll.Hosting.Health;

namespace Slowroll;

/// <summary>Says how the health check of flags is named, what it answers and which probes ask it.</summary>
public static class SlowrollHealthChecks
{
    /// <summary>Gives the health check of a class of flags another name, tags or status. Adding the flags to a host has
    /// added the check already, as <c>slowroll</c> and the class's full name, without tags; of several calls the last
    /// one counts.</summary>
    /// <remarks>
    /// <para>It answers <see cref="HealthStatus.Healthy"/> while the source confirms the config, and for a cached
    /// config until the third refresh in a row has failed; <see cref="HealthStatus.Degraded"/> after that, and while
    /// <see cref="SlowrollOptions.MaxStaleness"/> stops the ramps; <paramref name="failureStatus"/> while there is no
    /// config at all, so that flags answer their defaults.</para>
    /// <para>It is meant for a readiness probe, or for people. Don't use it in a liveness probe: while the config's
    /// server is down, each process without a config would be restarted, and a restart doesn't help.</para>
    /// </remarks>
    /// <typeparam name="TFlags">The generated class.</typeparam>
    /// <param name="builder">What <c>AddHealthChecks</c> returns.</param>
    /// <param name="name">The check's name; null for the usual one.</param>
    /// <param name="failureStatus">The answer while no config has come yet; null for
    /// <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose the check by, such as <c>ready</c>; null for none.</param>
    public static IHealthChecksBuilder AddSlowroll<TFlags>(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(new FlagsHealthSettings<TFlags>
        {
            Name = name ?? FlagsHealthSettings<TFlags>.UsualName,
            FailureStatus = failureStatus,
            Tags = [.. tags ?? []],
        }));
        builder.Services.AddCheckOf<TFlags>();
        return builder;
    }

    /// <summary>Registers the check as an earlier call said, or else with the defaults.</summary>
    internal static void AddCheckOf<TFlags>(this IServiceCollection services) where TFlags : class, IFlagClass<TFlags>
    {
        services.AddHealthChecks();
        services.TryAddSingleton(new FlagsHealthSettings<TFlags>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IConfigureOptions<HealthCheckServiceOptions>, ConfigureFlagsHealth<TFlags>>());
    }
}
