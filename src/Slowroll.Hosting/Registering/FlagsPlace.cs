using Microsoft.Extensions.DependencyInjection;

namespace Slowroll.Hosting.Registering;

/// <summary>Says whether a host's services still have the flags of the config.</summary>
/// <param name="services">The services.</param>
/// <param name="live">The registration of the live flags.</param>
internal sealed class FlagsPlace<TFlags>(IServiceCollection services, ServiceDescriptor live) where TFlags : class
{
    private readonly Lazy<bool> _isReplaced = new(() =>
        services.LastOrDefault(each => each.ServiceType == typeof(TFlags) && !each.IsKeyedService) is { } last
            && last != live);

    /// <summary>Whether somebody, for example a test, has registered other flags: then nobody can ask the config, and
    /// it isn't opened. The answer is right only after the host was built.</summary>
    public bool IsReplaced => _isReplaced.Value;
}
