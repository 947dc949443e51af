using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slowroll.Hosting;

namespace Slowroll;

/// <summary>Adds flags to a host.</summary>
public static class SlowrollServices
{
    /// <summary>Adds a class of flags whose config lies at a URL.</summary>
    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfiguration, Action{SlowrollOptions}?)"/>
    /// <param name="services">The host's services.</param>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="configure">Changes the options; the logger factory, the clock and the HTTP client are the host's already.</param>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, Uri url, Action<SlowrollOptions>? configure = null)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(url);
        return services.Add<TFlags>((_, options) => SlowrollConfig.Create(url, TFlags.LocalCacheName, options), configure);
    }

    /// <summary>Adds a class of flags whose config comes from a source of your own.</summary>
    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfiguration, Action{SlowrollOptions}?)"/>
    /// <param name="services">The host's services.</param>
    /// <param name="source">Where the config comes from. It isn't disposed.</param>
    /// <param name="configure">Changes the options; the logger factory and the clock are the host's already.</param>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, IConfigSource source, Action<SlowrollOptions>? configure = null)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(source);
        return services.Add<TFlags>((_, options) => SlowrollConfig.Create(source, TFlags.LocalCacheName, options), configure);
    }

    /// <summary>Adds a class of flags as a section of the host's configuration says: <c>Url</c>, or <c>File</c> (from the
    /// host's content root on), and if you like <c>PollInterval</c>, <c>StartupTimeout</c>, <c>FetchTimeout</c>,
    /// <c>MaxStaleness</c> (as <c>00:01:00</c>), <c>HonorMaxAge</c>, <c>MaxConfigBytes</c>, <c>MaxCacheAge</c>,
    /// <c>CacheDirectory</c>, <c>UseDiskCache</c>, <c>LocksFile</c>.</summary>
    /// <remarks>
    /// <para><typeparamref name="TFlags"/> can be injected: the live flags, which answer defaults until the host has started.
    /// <see cref="Frozen{TFlags}"/> can be, too: the flags as they were when the scope first asked for them.</para>
    /// <para>The config is fetched through <c>IHttpClientFactory</c>, by the client named like the class.</para>
    /// </remarks>
    /// <typeparam name="TFlags">The generated class.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The section.</param>
    /// <param name="configure">Changes the options afterwards.</param>
    /// <exception cref="FormatException">A value of the section can't be read; the message names it.</exception>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, IConfiguration configuration, Action<SlowrollOptions>? configure = null)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = new OptionsSection(configuration);
        return section.Url is { } url
            ? services.AddSlowroll<TFlags>(url, section.ApplyTo + configure)
            : services.Add<TFlags>(
                (provider, options) => SlowrollConfig.Create(FileOf(provider, section.File!, options), TFlags.LocalCacheName, options),
                section.ApplyTo + configure);
    }

    private static IServiceCollection Add<TFlags>(
        this IServiceCollection services, Func<IServiceProvider, SlowrollOptions, SlowrollConfig> create, Action<SlowrollOptions>? configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(services);
        // The factory's own loggers may write the whole URL, secrets in its query included; ours tell what happened.
        services.AddHttpClient(TFlags.LocalCacheName).RemoveAllLoggers();
        services.AddSingleton(provider => new HostedFlags<TFlags>(create(provider, OptionsOf<TFlags>(provider, configure))));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<HostedFlags<TFlags>>());
        services.TryAddSingleton(provider => provider.GetRequiredService<HostedFlags<TFlags>>().Flags);
        services.TryAddScoped(provider => new Frozen<TFlags>(provider.GetRequiredService<HostedFlags<TFlags>>().Freeze()));
        services.AddHealthChecks().AddCheck<FlagsHealthCheck<TFlags>>($"slowroll {TFlags.LocalCacheName}");
        return services;
    }

    private static FileConfigSource FileOf(IServiceProvider provider, string path, SlowrollOptions options) =>
        new(Path.Combine(provider.GetService<IHostEnvironment>()?.ContentRootPath ?? "", path), options);

    private static SlowrollOptions OptionsOf<TFlags>(IServiceProvider provider, Action<SlowrollOptions>? configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var options = new SlowrollOptions
        {
            LoggerFactory = provider.GetService<ILoggerFactory>(),
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            HttpClientFactory = () => clients.CreateClient(TFlags.LocalCacheName),
        };
        configure?.Invoke(options);
        return options;
    }
}
