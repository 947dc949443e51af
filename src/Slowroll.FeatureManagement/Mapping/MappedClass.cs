using Microsoft.Extensions.DependencyInjection;
using Slowroll.Hosting;

namespace Slowroll.FeatureManagement.Mapping;

/// <summary>The features that the flags of one class answer.</summary>
/// <param name="name">The full name of the class.</param>
/// <param name="features">The features by their names.</param>
/// <param name="hashKeyOf">Where the hash key comes from; null for the targeting context.</param>
internal abstract class MappedClass(
    string name, IReadOnlyDictionary<string, MappedFeature> features, Func<IServiceProvider, string?>? hashKeyOf)
{
    public string Name => name;

    public IReadOnlyDictionary<string, MappedFeature> Features => features;

    public Func<IServiceProvider, string?>? HashKeyOf => hashKeyOf;

    /// <summary>Whether the class was added to the host.</summary>
    public abstract bool IsIn(IServiceProviderIsService services);

    /// <summary>The config of the class.</summary>
    /// <param name="services">The services of the scope.</param>
    /// <param name="isFrozen">Whether it is the one that the scope keeps.</param>
    public abstract SlowrollConfig ConfigOf(IServiceProvider services, bool isFrozen);
}

/// <inheritdoc/>
internal sealed class MappedClass<TFlags>(
    IReadOnlyDictionary<string, MappedFeature> features, Func<IServiceProvider, string?>? hashKeyOf)
    : MappedClass(TFlags.LocalCacheName, features, hashKeyOf)
    where TFlags : class, IFlagClass<TFlags>
{
    public override bool IsIn(IServiceProviderIsService services) => services.IsService(typeof(Frozen<TFlags>));

    public override SlowrollConfig ConfigOf(IServiceProvider services, bool isFrozen) => isFrozen
        ? services.GetRequiredService<Frozen<TFlags>>().Flags.Config
        : services.GetRequiredService<TFlags>().Config;
}
