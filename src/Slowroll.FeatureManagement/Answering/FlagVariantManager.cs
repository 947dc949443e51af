using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.FeatureManagement.Answering;

/// <inheritdoc cref="FlagManager"/>
internal sealed class FlagVariantManager(IVariantFeatureManager others, FlagAnswers flags)
    : IVariantFeatureManagerSnapshot
{
    public IAsyncEnumerable<string> GetFeatureNamesAsync(CancellationToken cancellationToken) =>
        FeatureNames.Of(flags.Names, others.GetFeatureNamesAsync(cancellationToken));

    public ValueTask<bool> IsEnabledAsync(string feature, CancellationToken cancellationToken) => flags.Has(feature)
        ? flags.IsEnabledAsync(feature, context: null)
        : others.IsEnabledAsync(feature, cancellationToken);

    public ValueTask<bool> IsEnabledAsync<TContext>(
        string feature, TContext context, CancellationToken cancellationToken) => flags.Has(feature)
        ? flags.IsEnabledAsync(feature, context)
        : others.IsEnabledAsync(feature, context, cancellationToken);

    public ValueTask<Variant> GetVariantAsync(string feature, CancellationToken cancellationToken) => flags.Has(feature)
        ? flags.VariantAsync(feature, context: null)
        : others.GetVariantAsync(feature, cancellationToken);

    public ValueTask<Variant> GetVariantAsync(
        string feature, ITargetingContext context, CancellationToken cancellationToken) => flags.Has(feature)
        ? flags.VariantAsync(feature, context)
        : others.GetVariantAsync(feature, context, cancellationToken);
}
