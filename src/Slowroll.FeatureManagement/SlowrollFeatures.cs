using Slowroll.FeatureManagement.Mapping;

namespace Slowroll.FeatureManagement;

/// <summary>Which flag answers which feature of Microsoft.FeatureManagement.</summary>
public sealed class SlowrollFeatures
{
    private readonly Dictionary<string, MappedFeature> _mapped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the hash key comes from: a callback that gets the services of the scope, or of the host for a
    /// manager that is a singleton. If it returns null, the hash key is empty; an exception that it throws
    /// reaches the caller who asks for the feature.</summary>
    /// <remarks>Null, the default, takes the user id of the <c>ITargetingContextAccessor</c> that the host has for
    /// Microsoft.FeatureManagement. If the call passes a targeting context or a text, that is used instead of
    /// both.</remarks>
    public Func<IServiceProvider, string?>? HashKeyOf { get; set; }

    /// <summary>The features by their names.</summary>
    internal IReadOnlyDictionary<string, MappedFeature> Mapped => _mapped;

    /// <summary>Has a feature answered by a flag, whatever the configuration says of it.</summary>
    /// <param name="feature">The feature's name; upper and lower case are the same.</param>
    /// <param name="flag">The flag, one of the generated <c>Keys</c>.</param>
    /// <returns>These features.</returns>
    /// <exception cref="ArgumentException">The name is empty, or was given before.</exception>
    public SlowrollFeatures Add<T>(string feature, FlagKey<T> flag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(feature);
        return _mapped.TryAdd(feature, new MappedFeature<T>(flag))
            ? this
            : throw new ArgumentException(
                $"The feature '{feature}' was given before: give it one flag.", nameof(feature));
    }
}
