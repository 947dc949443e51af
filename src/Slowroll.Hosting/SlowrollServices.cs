using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Slowroll.Hosting;
using Slowroll.Hosting.Registering;
using Slowroll.Hosting.Settings;

namespace Slowroll;

/// <summary>Adds flags to a host.</summary>
/// <remarks>If flags are added again, the last call counts, with its options only: so a test replaces what the program
/// says. A Blazor WebAssembly page starts no hosted services, so nothing would open the config there: it calls
/// <c>OpenAsync</c> of its class.</remarks>
[UnsupportedOSPlatform("browser")]
public static class SlowrollServices
{
    // The default of HttpClient, which would end a fetch before a longer FetchTimeout does.
    private static readonly TimeSpan UsualClientTimeout = TimeSpan.FromSeconds(100);

    /// <summary>Adds a class of flags whose config lies at a URL.</summary>
    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfiguration, Action{SlowrollOptions}?)"/>
    /// <param name="services">The host's services.</param>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="configure">Changes the options; the logger factory, the clock and the HTTP client are the host's
    /// already.</param>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, Uri url, Action<SlowrollOptions>? configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(url);
        return services.Add(new FlagsRegistration<TFlags>
        {
            Create = (_, options) => SlowrollConfig.Create(url, TFlags.LocalCacheName, options),
            Configure = configure,
        });
    }

    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, Uri, Action{SlowrollOptions}?)"/>
    public static IServiceCollection AddSlowroll<TFlags>(this IServiceCollection services, Uri url)
        where TFlags : class, IFlagClass<TFlags> =>
        services.AddSlowroll<TFlags>(url, configure: null);

    /// <summary>Adds a class of flags whose config comes from a source of your own.</summary>
    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfiguration, Action{SlowrollOptions}?)"/>
    /// <param name="services">The host's services.</param>
    /// <param name="source">Where the config comes from. It isn't disposed.</param>
    /// <param name="configure">Changes the options; the logger factory and the clock are the host's already.</param>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, IConfigSource source, Action<SlowrollOptions>? configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(source);
        return services.Add(new FlagsRegistration<TFlags>
        {
            Create = (_, options) => SlowrollConfig.Create(source, TFlags.LocalCacheName, options),
            Configure = configure,
        });
    }

    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfigSource, Action{SlowrollOptions}?)"/>
    public static IServiceCollection AddSlowroll<TFlags>(this IServiceCollection services, IConfigSource source)
        where TFlags : class, IFlagClass<TFlags> =>
        services.AddSlowroll<TFlags>(source, configure: null);

    /// <summary>Adds a class of flags as a section of the host's configuration says: <c>Url</c>, or <c>File</c> (from
    /// the host's content root on), and if you like <c>PollInterval</c>, <c>StartupTimeout</c>, <c>FetchTimeout</c>,
    /// <c>MaxStaleness</c>, <c>MaxCacheAge</c>, <c>CacheFreshFor</c> (as <c>30s</c>, <c>5m</c>, <c>7d</c>, or
    /// <c>hh:mm:ss</c> below 24 hours), <c>HonorMaxAge</c>, <c>UseDiskCache</c>, <c>MaxConfigBytes</c>,
    /// <c>CacheDirectory</c>, <c>LocksFile</c>, <c>MaxExposures</c>, <c>ProcessHashKey</c> (<c>host</c> for the name of
    /// this machine, or a hash key).</summary>
    /// <remarks>
    /// <para><typeparamref name="TFlags"/> can be injected: the live flags, which answer defaults until the host has
    /// started. <see cref="Frozen{TFlags}"/> can be, too: the flags as they were when the scope first asked for them.
    /// If another <typeparamref name="TFlags"/> is registered, both give that one, and no config is opened.</para>
    /// <para>The section is read once, when the built host starts or when the flags are first asked for: what a test
    /// adds to the configuration until then counts. An empty value counts as none. Names that aren't known and values
    /// that can't be read are reported in one <see cref="OptionsValidationException"/>, with their full names in the
    /// configuration; URLs aren't shown.</para>
    /// <para>The config is fetched through <c>IHttpClientFactory</c>, by the client named like the class.
    /// <see cref="SlowrollOptions.FetchTimeout"/> ends a fetch, and the time-out of that client too if you set
    /// one.</para>
    /// <para>The options are <see cref="SlowrollOptions"/> named like the class: what <c>ConfigureAll</c> and
    /// <c>PostConfigureAll</c> say of them counts too.</para>
    /// </remarks>
    /// <typeparam name="TFlags">The generated class.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The section. In the root of a configuration, names that aren't known are
    /// ignored.</param>
    /// <param name="configure">Changes the options afterwards.</param>
    public static IServiceCollection AddSlowroll<TFlags>(
        this IServiceCollection services, IConfiguration configuration, Action<SlowrollOptions>? configure)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.Add(new FlagsRegistration<TFlags>
        {
            Create =
            CreateFromSettings<TFlags>,
            Section = configuration,
            Configure = configure
        });
    }

    /// <inheritdoc cref="AddSlowroll{TFlags}(IServiceCollection, IConfiguration, Action{SlowrollOptions}?)"/>
    public static IServiceCollection AddSlowroll<TFlags>(this IServiceCollection services, IConfiguration configuration)
        where TFlags : class, IFlagClass<TFlags> =>
        services.AddSlowroll<TFlags>(configuration, configure: null);

    private static IServiceCollection Add<TFlags>(
        this IServiceCollection services, FlagsRegistration<TFlags> registration)
        where TFlags : class, IFlagClass<TFlags>
    {
        ArgumentNullException.ThrowIfNull(services);
        var isFirst = services.All(each => each.ServiceType != typeof(FlagsRegistration<TFlags>));
        services.Replace(ServiceDescriptor.Singleton(registration));
        if (!isFirst)
            return services;

        var live = ServiceDescriptor.Singleton(
            static provider => provider.GetRequiredService<HostedFlags<TFlags>>().Live());
        services.TryAdd(live);
        services.AddSingleton(new FlagsPlace<TFlags>(services, live));
        services.TryAddScoped(
            static provider => new Frozen<TFlags>(provider.GetRequiredService<HostedFlags<TFlags>>().Freeze(provider)));

        services.AddSingleton<HostedFlags<TFlags>>();
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<HostedFlags<TFlags>>());
        services.AddSingleton<IHostedConfig>(static provider => provider.GetRequiredService<HostedFlags<TFlags>>());
        services.AddCheckOf<TFlags>();

        services.AddOptions<FlagSettings>(TFlags.LocalCacheName).ValidateOnStart();
        services.AddSingleton<IConfigureOptions<FlagSettings>, BindSettings<TFlags>>();
        services.AddSingleton<IValidateOptions<FlagSettings>, CheckSettings<TFlags>>();
        services.AddSingleton<IConfigureOptions<SlowrollOptions>, ConfigureFlagOptions<TFlags>>();

        // The loggers of the factory may log the whole URL, with secrets in its query. Slowroll logs what happened
        // itself.
        services.AddHttpClient(TFlags.LocalCacheName, UseFetchTimeout).RemoveAllLoggers();
        return services;
    }

    private static void UseFetchTimeout(HttpClient client)
    {
        if (client.Timeout == UsualClientTimeout)
            client.Timeout = Timeout.InfiniteTimeSpan;
    }

    private static SlowrollConfig CreateFromSettings<TFlags>(IServiceProvider provider, SlowrollOptions options)
        where TFlags : class, IFlagClass<TFlags>
    {
        var settings = provider.GetRequiredService<IOptionsMonitor<FlagSettings>>().Get(TFlags.LocalCacheName);
        return ConfigLocation.UrlOf(settings) is { } url
            ? SlowrollConfig.Create(url, TFlags.LocalCacheName, options)
            : SlowrollConfig.Create(FileOf(provider, settings.File!, options), TFlags.LocalCacheName, options);
    }

    private static FileConfigSource FileOf(IServiceProvider provider, string path, SlowrollOptions options) =>
        new(Path.Combine(provider.GetService<IHostEnvironment>()?.ContentRootPath ?? "", path), options);
}
