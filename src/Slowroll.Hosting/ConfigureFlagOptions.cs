using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Slowroll.Hosting.Registering;
using Slowroll.Hosting.Settings;

namespace Slowroll.Hosting;

/// <summary>Makes the options of a class of flags: first from the services of the host, then from its section, then
/// from the call.</summary>
internal sealed class ConfigureFlagOptions<TFlags>(
    IServiceProvider provider, IOptionsMonitor<FlagSettings> settings, FlagsRegistration<TFlags> registration)
    : IConfigureNamedOptions<SlowrollOptions>
    where TFlags : class, IFlagClass<TFlags>
{
    public void Configure(string? name, SlowrollOptions options)
    {
        if (name != TFlags.LocalCacheName)
            return;

        var clients = provider.GetRequiredService<IHttpClientFactory>();
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
        options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        options.HttpClientFactory = () => clients.CreateClient(TFlags.LocalCacheName);
        if (registration.Section is { } section)
            new SettingsReader(new SectionKeys(section)).Read(settings.Get(name), options);
        registration.Configure?.Invoke(options);
    }

    public void Configure(SlowrollOptions options) => Configure(Options.DefaultName, options);
}
