using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Slowroll.Hosting.Registering;

/// <summary>A class of flags and its config, opened when the host starts and closed when it ends.</summary>
internal sealed class HostedFlags<TFlags> : IHostedConfig, IHostedService, IAsyncDisposable, IDisposable
    where TFlags : class, IFlagClass<TFlags>
{
    private readonly FlagsPlace<TFlags> _place;
    private readonly Lazy<SlowrollConfig> _config;

    public HostedFlags(IServiceProvider provider, FlagsRegistration<TFlags> registration, FlagsPlace<TFlags> place)
    {
        _place = place;
        _config = new(() => registration.Create(
            provider, provider.GetRequiredService<IOptionsMonitor<SlowrollOptions>>().Get(TFlags.LocalCacheName)));
    }

    public string Name => TFlags.LocalCacheName;

    /// <summary>The live flags. They answer defaults until the host has started.</summary>
    public TFlags Live() => TFlags.FromConfig(_config.Value);

    /// <summary>The config in force; null if other flags are registered instead of these.</summary>
    public ConfigStatus? Status => _place.IsReplaced ? null : _config.Value.Status;

    public SlowrollConfig GetConfig(IServiceProvider services) =>
        _place.IsReplaced ? services.GetRequiredService<TFlags>().Config : _config.Value;

    /// <summary>The flags of a scope at this instant: those of the config, or those that are registered
    /// instead.</summary>
    public TFlags Freeze(IServiceProvider scope) =>
        _place.IsReplaced ? scope.GetRequiredService<TFlags>().Freeze() : TFlags.FromConfig(_config.Value.Freeze());

    public Task StartAsync(CancellationToken cancellationToken) =>
        _place.IsReplaced ? Task.CompletedTask : _config.Value.StartAsync(cancellationToken);

    // Flags may be asked until the program ends: the config is disposed with the container.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _config.IsValueCreated ? _config.Value.DisposeAsync() : default;

    public void Dispose()
    {
        if (_config.IsValueCreated)
            _config.Value.Dispose();
    }
}
