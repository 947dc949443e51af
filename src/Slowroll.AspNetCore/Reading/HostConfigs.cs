using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slowroll.Hosting;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Reading;

/// <summary>All configs of a host.</summary>
internal sealed class HostConfigs(TimeProvider clock)
{
    private readonly OverviewCache _cache = new(clock);

    /// <summary>The clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The configs with their flags, now.</summary>
    public async Task<IReadOnlyList<ShownConfig>> ReadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        List<ShownConfig> shown = [];
        foreach (var (name, config) in In(services))
        {
            var status = config.Status;
            var overview = await _cache.GetAsync(name, status, cancellation).ConfigureAwait(false);
            shown.Add(new(name, config, status, overview));
        }

        return shown;
    }

    /// <summary>The statuses alone, which cost almost nothing; and since when what was shown of them is out of date by
    /// the clock.</summary>
    public IReadOnlyList<(ConfigStatus Status, long? PastSince)> ReadStatuses(IServiceProvider services) =>
        [.. In(services).Select(each => (each.Config.Status, _cache.PastSince(each.Name)))];

    /// <summary>The name of the application, on one line.</summary>
    public static string ApplicationName(IServiceProvider services) =>
        OneLine.Of(services.GetService<IHostEnvironment>()?.ApplicationName ?? "Slowroll");

    private static IEnumerable<(string Name, SlowrollConfig Config)> In(IServiceProvider services) =>
        services.GetServices<IHostedConfig>().Select(hosted => (OneLine.Of(hosted.Name), hosted.GetConfig(services)));
}
