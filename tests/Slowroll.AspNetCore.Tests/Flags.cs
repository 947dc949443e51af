namespace Slowroll.AspNetCore.Tests;

/// <summary>A class of flags as the generator writes it.</summary>
public sealed class Flags(SlowrollConfig config) : IFlagClass<Flags>
{
    public static string LocalCacheName => "Shop.Flags";

    public SlowrollConfig Config => config;

    public static Flags FromConfig(SlowrollConfig config) => new(config);
}

/// <summary>Another one.</summary>
public sealed class OtherFlags(SlowrollConfig config) : IFlagClass<OtherFlags>
{
    public static string LocalCacheName => "Shop.OtherFlags";

    public SlowrollConfig Config => config;

    public static OtherFlags FromConfig(SlowrollConfig config) => new(config);
}
