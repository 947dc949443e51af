namespace Slowroll.FeatureManagement.Tests;

/// <summary>A class of flags as the generator writes it.</summary>
public sealed class ShopFlags(SlowrollConfig config) : IFlagClass<ShopFlags>
{
    public static string LocalCacheName => "Slowroll.FeatureManagement.Tests.ShopFlags";

    public SlowrollConfig Config => config;

    public static ShopFlags FromConfig(SlowrollConfig config) => new(config);

    public static class Keys
    {
        public static FlagKey<bool> NewCheckout { get; } = new("shop", "new_checkout", false);

        public static FlagKey<string> Theme { get; } = new("shop", "theme", "plain");

        public static FlagKey<int> Missing { get; } = new("shop", "missing", 3);
    }
}
