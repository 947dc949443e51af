using Microsoft.Extensions.DependencyInjection;

namespace Slowroll.Hosting.Registering;

/// <summary>The place of a class of flags among a host's services.</summary>
/// <param name="services">The services.</param>
/// <param name="live">The registration of the live flags.</param>
internal sealed class FlagsPlace<TFlags>(IServiceCollection services, ServiceDescriptor live) where TFlags : class
{
    private readonly Lazy<bool> _isReplaced = new(() =>
        services.LastOrDefault(each => each.ServiceType == typeof(TFlags) && !each.IsKeyedService) is { } last && last != live);

    /// <summary>Whether somebody, such as a test, has put other flags there: then nobody can ask the config, and it isn't
    /// opened. Only to be asked once the host is built.</summary>
    public bool IsReplaced => _isReplaced.Value;
}
