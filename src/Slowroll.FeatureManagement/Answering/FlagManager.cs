using Microsoft.FeatureManagement;

namespace Slowroll.FeatureManagement.Answering;

/// <summary>A feature manager that asks flags, and for all other features another manager.</summary>
/// <param name="others">The other manager.</param>
/// <param name="flags">What flags answer.</param>
internal sealed class FlagManager(IFeatureManager others, FlagAnswers flags) : IFeatureManagerSnapshot
{
    public IAsyncEnumerable<string> GetFeatureNamesAsync() =>
        FeatureNames.Of(flags.Names, others.GetFeatureNamesAsync());

    public Task<bool> IsEnabledAsync(string feature) => flags.Has(feature)
        ? flags.IsEnabledAsync(feature, context: null).AsTask()
        : others.IsEnabledAsync(feature);

    public Task<bool> IsEnabledAsync<TContext>(string feature, TContext context) => flags.Has(feature)
        ? flags.IsEnabledAsync(feature, context).AsTask()
        : others.IsEnabledAsync(feature, context);
}
