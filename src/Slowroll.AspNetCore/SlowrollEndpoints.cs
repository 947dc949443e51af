using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slowroll.AspNetCore.Serving;
using Slowroll.AspNetCore.Watching;

namespace Slowroll;

/// <summary>Maps the status page of a host's flags.</summary>
public static class SlowrollEndpoints
{
    /// <inheritdoc cref="MapSlowroll(IEndpointRouteBuilder, string, Action{StatusPageOptions}?)"/>
    public static IEndpointConventionBuilder MapSlowroll(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapSlowroll(pattern, configure: null);

    /// <summary>Maps a page that shows all flags of the host: what each does over time, the state of the config, and
    /// what a host gets and why. It only reads.</summary>
    /// <remarks>
    /// <para>Outside of Development nothing is mapped, unless
    /// <see cref="StatusPageOptions.ShowOutsideDevelopment"/> says so. Require authorization there, as for any
    /// endpoint: <c>app.MapSlowroll("/slowroll", page => page.ShowOutsideDevelopment =
    /// true).RequireAuthorization("ops")</c>.</para>
    /// <para>Below the pattern are <c>/data</c> (the same as JSON), <c>/host</c> (what a hash key gets, as JSON) and
    /// <c>/events</c> (server-sent events). What you require on the result is required on all of them.</para>
    /// </remarks>
    /// <param name="endpoints">The app, or a group of its endpoints.</param>
    /// <param name="pattern">Where the page is, such as <c>/slowroll</c>.</param>
    /// <param name="configure">Changes the options.</param>
    public static IEndpointConventionBuilder MapSlowroll(
        this IEndpointRouteBuilder endpoints, string pattern, Action<StatusPageOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        StatusPageOptions options = new();
        configure?.Invoke(options);

        var services = endpoints.ServiceProvider;
        var host = services.GetService<IHostEnvironment>();
        var log = services.GetService<ILoggerFactory>()?.CreateLogger("Slowroll.StatusPage") ?? NullLogger.Instance;
        var group = endpoints.MapGroup(pattern);
        if (options.ShowOutsideDevelopment || host?.IsDevelopment() == true)
            new StatusEndpoints(services, options, log).Map(group);
        else
            PageLog.NotMapped(log, pattern, host?.EnvironmentName ?? "unknown");
        return group;
    }
}
