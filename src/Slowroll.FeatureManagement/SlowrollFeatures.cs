using Slowroll.FeatureManagement.Mapping;

namespace Slowroll.FeatureManagement;

/// <summary>Which features of Microsoft.FeatureManagement are which flags.</summary>
public sealed class SlowrollFeatures
{
    private readonly Dictionary<string, MappedFeature> _mapped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the hash key comes from: a callback that gets the services of the scope, or of the host for a
    /// manager that is a singleton. Its null counts as the empty hash key; what it throws comes out of the
    /// question.</summary>
    /// <remarks>Null, the default, takes the user id of the <c>ITargetingContextAccessor</c> that the host has for
    /// Microsoft.FeatureManagement. A targeting context that is given with the question goes before both, and so does a
    /// text.</remarks>
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
