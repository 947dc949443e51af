using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Slowroll.FeatureManagement;
using Slowroll.FeatureManagement.Answering;
using Slowroll.FeatureManagement.Mapping;

namespace Slowroll;

/// <summary>Puts flags behind the feature manager of Microsoft.FeatureManagement.</summary>
public static class SlowrollFeatureManagement
{
    /// <summary>Has features answered by flags of a class. All other features are answered as before.</summary>
    /// <remarks>
    /// <para><see cref="IVariantFeatureManager"/> and <see cref="IFeatureManager"/> read the live flag. Their
    /// snapshots, which <c>[FeatureGate]</c>, the tag helper and the filters use, read the flag as it was when the
    /// scope first asked for flags of the class.</para>
    /// <para>A flag of type bool is enabled if its value is true, any other flag if the hash key is on <c>new</c>. The
    /// variant is named <c>stable</c> or <c>new</c>, and its configuration is the value; while the default answers
    /// there is no variant.</para>
    /// <para>Several calls add up. If two of them name the same feature and the same class, the last one counts.</para>
    /// <para>Mistakes in the features are reported when the host starts.</para>
    /// </remarks>
    /// <typeparam name="TFlags">The generated class, which was added to the host.</typeparam>
    /// <param name="builder">What <c>AddFeatureManagement</c> returns.</param>
    /// <param name="configure">Says which flag answers which feature, and where the hash key comes from.</param>
    /// <exception cref="ArgumentException">A feature has no name, or is given twice.</exception>
    public static IFeatureManagementBuilder AddSlowroll<TFlags>(
        this IFeatureManagementBuilder builder, Action<SlowrollFeatures> configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        SlowrollFeatures features = new();
        configure(features);

        var services = builder.Services;
        var isFirst = services.All(each => each.ServiceType != typeof(FeatureTable));
        services.AddSingleton<MappedClass>(new MappedClass<TFlags>(features.Mapped, features.HashKeyOf));
        if (!isFirst)
            return builder;

        services.AddSingleton<FeatureTable>();
        services.AddHostedService<CheckAtStart>();
        services.Wrap<IFeatureManager>(
            static (manager, answers) => new FlagManager(manager, answers()), isFrozen: false);
        services.Wrap<IVariantFeatureManager>(
            static (manager, answers) => new FlagVariantManager(manager, answers()), isFrozen: false);
        services.Wrap<IFeatureManagerSnapshot>(
            static (manager, answers) => new FlagManager(manager, answers()), isFrozen: true);
        services.Wrap<IVariantFeatureManagerSnapshot>(
            static (manager, answers) => new FlagVariantManager(manager, answers()), isFrozen: true);
        return builder;
    }
}
