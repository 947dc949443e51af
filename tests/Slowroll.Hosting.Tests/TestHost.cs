using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Slowroll.Hosting.Tests;

/// <summary>Real hosts, with as little as possible in them.</summary>
internal static class TestHost
{
    public static IHost With(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services);
        return builder.Build();
    }

    /// <summary>The section <c>Flags</c> of a configuration.</summary>
    public static IConfigurationSection Section(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(Values(values)).Build().GetSection("Flags");

    /// <summary>Values in the section <c>Flags</c>; the last of each name counts.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Values(params (string Key, string? Value)[] values) =>
        values.GroupBy(each => each.Key).Select(same => KeyValuePair.Create($"Flags:{same.Key}", same.Last().Value));

    /// <summary>Nothing on the disk, and no polls.</summary>
    public static void Quietly(SlowrollOptions options)
    {
        options.UseDiskCache = false;
        options.PollInterval = Timeout.InfiniteTimeSpan;
    }

    public static int Flag(this IHost host) => host.Services.GetRequiredService<Features>().F("web-1");
}
