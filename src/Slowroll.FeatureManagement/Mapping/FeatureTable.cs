using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.FeatureManagement.Mapping;

/// <summary>All features that flags answer.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<string, (MappedClass Flags, MappedFeature Flag)> _features =
        new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">A feature is answered by two classes, a class was not added to the
    /// host, or there is no hash key.</exception>
    public FeatureTable(IEnumerable<MappedClass> classes, IServiceProvider services)
    {
        var known = services.GetService<IServiceProviderIsService>();
        foreach (var each in classes)
        {
            if (known is not null)
                Check(each, known);
            foreach (var (name, feature) in each.Features)
                Add(name, each, feature);
        }
    }

    /// <summary>The names of the features.</summary>
    public IReadOnlyCollection<string> Names => _features.Keys;

    /// <summary>A feature that a flag answers, and the class of the flag.</summary>
    public (MappedClass Flags, MappedFeature Flag) this[string feature] => _features[feature];

    /// <summary>Whether a flag answers a feature.</summary>
    public bool Has(string feature) => _features.ContainsKey(feature);

    private static void Check(MappedClass each, IServiceProviderIsService services)
    {
        if (!each.IsIn(services))
        {
            throw new InvalidOperationException(
                $"{each.Name} answers features, but wasn't added to the host: call services.Add...() for it, as for "
                + "any class of flags.");
        }

        if (each.HashKeyOf is null && !services.IsService(typeof(ITargetingContextAccessor)))
        {
            throw new InvalidOperationException(
                $"{each.Name} answers features, but nothing says for which hash key: set HashKeyOf in "
                + $"AddSlowroll<{each.Name.Split('.')[^1]}>(...), or add WithTargeting() to the feature management.");
        }
    }

    // If two calls name one class, the last one counts, as when flags are added to a host.
    private void Add(string name, MappedClass flags, MappedFeature flag)
    {
        if (_features.TryGetValue(name, out var earlier) && earlier.Flags.Name != flags.Name)
        {
            throw new InvalidOperationException(
                $"The feature '{name}' is answered by flags of {earlier.Flags.Name} and of {flags.Name}: give it one "
                + "flag.");
        }

        _features[name] = (flags, flag);
    }
}
