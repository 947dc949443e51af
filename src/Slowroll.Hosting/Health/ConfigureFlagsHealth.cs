using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Slowroll.Hosting.Registering;

namespace Slowroll.Hosting.Health;

/// <summary>Registers one health check for a class of flags, however often the flags and the check were
/// added.</summary>
internal sealed class ConfigureFlagsHealth<TFlags>(FlagsHealthSettings<TFlags> settings)
    : IConfigureOptions<HealthCheckServiceOptions>
    where TFlags : class, IFlagClass<TFlags>
{
    public void Configure(HealthCheckServiceOptions options) => options.Registrations.Add(new HealthCheckRegistration(
        settings.Name,
        static provider => new FlagsHealthCheck<TFlags>(provider.GetRequiredService<HostedFlags<TFlags>>()),
        settings.FailureStatus,
        settings.Tags));
}
