using Microsoft.Extensions.Hosting;

namespace Slowroll.Hosting;

/// <summary>A class of flags and its config, opened when the host starts and closed when it ends.</summary>
internal sealed class HostedFlags<TFlags>(SlowrollConfig config) : IHostedService, IAsyncDisposable, IDisposable
    where TFlags : class, IFlagClass<TFlags>
{
    public TFlags Flags { get; } = TFlags.FromConfig(config);

    public ConfigStatus Status => config.Status;

    public TFlags Freeze() => TFlags.FromConfig(config.Freeze());

    public Task StartAsync(CancellationToken cancellationToken) => config.StartAsync(cancellationToken);

    // Flags are asked until the very end; the config is closed with the container.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => config.DisposeAsync();

    public void Dispose() => config.Dispose();
}
