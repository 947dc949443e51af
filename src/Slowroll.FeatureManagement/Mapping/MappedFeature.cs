using Microsoft.FeatureManagement;

namespace Slowroll.FeatureManagement.Mapping;

/// <summary>A feature that a flag answers.</summary>
internal abstract class MappedFeature
{
    /// <summary>Whether the feature is enabled for a hash key.</summary>
    public abstract bool IsEnabled(SlowrollConfig config, string hashKey);

    /// <summary>The variant of a hash key; null while the default answers.</summary>
    public abstract Variant? VariantOf(SlowrollConfig config, string hashKey);
}

/// <inheritdoc/>
internal sealed class MappedFeature<T>(FlagKey<T> flag) : MappedFeature
{
    public override bool IsEnabled(SlowrollConfig config, string hashKey) =>
        flag is FlagKey<bool> isOn
            ? config.GetValue(isOn, hashKey)
            : ReadSide(config.Freeze(), hashKey) == Side.New;

    public override Variant? VariantOf(SlowrollConfig config, string hashKey)
    {
        // The value, and the side that the variant is named after, are read at one instant.
        var frozen = config.Freeze();
        return ReadSide(frozen, hashKey) switch
        {
            Side.Stable => Of("stable"),
            Side.New => Of("new"),
            _ => null,
        };

        Variant Of(string name) => new()
        {
            Name = name,
            Configuration = JsonSection.Of(frozen.Explain(flag.Section, flag.Key, hashKey).Value),
        };
    }

    // A question of the program is a read, which is counted and may be logged as an exposure; explaining isn't.
    private Side ReadSide(SlowrollConfig frozen, string hashKey)
    {
        _ = frozen.GetValue(flag, hashKey);
        return frozen.Explain(flag, hashKey).Side;
    }
}
