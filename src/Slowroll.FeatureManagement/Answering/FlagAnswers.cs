using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using Slowroll.FeatureManagement.Mapping;

namespace Slowroll.FeatureManagement.Answering;

/// <summary>Answers of flags to the questions of a feature manager.</summary>
/// <param name="services">The services of the scope, or of the host for a manager that is a singleton.</param>
/// <param name="isFrozen">Whether the flags don't change within the scope.</param>
internal sealed class FlagAnswers(IServiceProvider services, bool isFrozen)
{
    private readonly FeatureTable _table = services.GetRequiredService<FeatureTable>();

    /// <summary>The names of the features that flags answer.</summary>
    public IReadOnlyCollection<string> Names => _table.Names;

    /// <summary>Whether a flag answers a feature.</summary>
    public bool Has(string feature) => _table.Has(feature);

    /// <summary>Whether a feature that a flag answers is enabled.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <param name="context">For whom, if the caller says it.</param>
    public async ValueTask<bool> IsEnabledAsync(string feature, object? context)
    {
        var (flags, flag) = _table[feature];
        var hashKey = await HashKeyAsync(flags, context).ConfigureAwait(false);
        return flag.IsEnabled(flags.ConfigOf(services, isFrozen), hashKey);
    }

    /// <summary>The variant of a feature that a flag answers; null while the default answers.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <param name="context">For whom, if the caller says it.</param>
    public async ValueTask<Variant> VariantAsync(string feature, object? context)
    {
        var (flags, flag) = _table[feature];
        var hashKey = await HashKeyAsync(flags, context).ConfigureAwait(false);

        // Null is what Microsoft.FeatureManagement answers too; it is compiled without annotations.
        return flag.VariantOf(flags.ConfigOf(services, isFrozen), hashKey)!;
    }

    private async ValueTask<string> HashKeyAsync(MappedClass flags, object? context) => context switch
    {
        ITargetingContext targeting => targeting.UserId ?? "",
        string text => text,
        _ when flags.HashKeyOf is { } hashKeyOf => hashKeyOf(services) ?? "",
        _ => (await services.GetRequiredService<ITargetingContextAccessor>().GetContextAsync().ConfigureAwait(false))
            ?.UserId ?? "",
    };
}
