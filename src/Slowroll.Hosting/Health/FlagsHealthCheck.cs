using Microsoft.Extensions.Diagnostics.HealthChecks;
using Slowroll.Hosting.Registering;

namespace Slowroll.Hosting.Health;

/// <summary>Healthy while the source confirms the config; degraded while it doesn't and an older config is in force.
/// Before the first config it is what the registration says, or else unhealthy.</summary>
internal sealed class FlagsHealthCheck<TFlags>(HostedFlags<TFlags> flags) : IHealthCheck
    where TFlags : class, IFlagClass<TFlags>
{
    // One or two failed polls are normal.
    private const int FailuresUntilDegraded = 3;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = flags.Status;
        var result = status switch
        {
            null => HealthCheckResult.Healthy("The host has flags of its own instead; no config is opened."),
            { Origin: ConfigOrigin.None } => new HealthCheckResult(
                context.Registration.FailureStatus,
                $"No config came from {status.Source} yet; flags answer their defaults. {status.LastError}"),
            { RampsStoppedAt: { } stopped } => HealthCheckResult.Degraded(
                $"The config from {status.Source} is stale; its ramps stand still "
                    + $"since {stopped:u}. {status.LastError}"),
            { ConsecutiveFailures: >= FailuresUntilDegraded } => HealthCheckResult.Degraded(
                $"{status.ConsecutiveFailures} refreshes in a row failed; the last good config "
                    + $"serves. {status.LastError}"),
            _ => HealthCheckResult.Healthy($"The config from {status.Source} is in force."),
        };
        return Task.FromResult(result);
    }
}
