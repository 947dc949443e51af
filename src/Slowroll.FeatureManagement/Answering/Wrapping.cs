using Microsoft.Extensions.DependencyInjection;

namespace Slowroll.FeatureManagement.Answering;

/// <summary>Puts a manager in front of the one that is registered.</summary>
internal static class Wrapping
{
    /// <summary>Wraps the last registration of a service, which keeps its lifetime.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="wrap">Makes the new manager from the old one.</param>
    /// <param name="isFrozen">Whether flags don't change within a scope.</param>
    /// <exception cref="InvalidOperationException">The service isn't registered.</exception>
    public static void Wrap<TManager>(
        this IServiceCollection services, Func<TManager, Func<FlagAnswers>, object> wrap, bool isFrozen)
        where TManager : class
    {
        var old = services.LastOrDefault(each => each.ServiceType == typeof(TManager) && !each.IsKeyedService)
            ?? throw new InvalidOperationException(
                $"{typeof(TManager).Name} isn't registered: call AddFeatureManagement() before AddSlowroll().");
        services.Remove(old);
        services.Add(new ServiceDescriptor(
            typeof(TManager),
            provider => wrap((TManager)Make(old, provider), () => new FlagAnswers(provider, isFrozen)),
            old.Lifetime));
    }

    private static object Make(ServiceDescriptor old, IServiceProvider provider) =>
        old.ImplementationInstance
            ?? old.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, old.ImplementationType!);
}
