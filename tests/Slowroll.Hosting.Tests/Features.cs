namespace Slowroll.Hosting.Tests;

/// <summary>A class of flags as the generator writes it.</summary>
internal sealed class Features(SlowrollConfig config) : IFlagClass<Features>
{
    public static string LocalCacheName => "Slowroll.Hosting.Tests.Features";

    public static Features FromConfig(SlowrollConfig config) => new(config);

    public SlowrollConfig Config => config;

    public int F(string host) => config.GetValue("s", "f", host, -1);
}
