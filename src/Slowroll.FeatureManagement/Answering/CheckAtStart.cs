using Microsoft.Extensions.Hosting;
using Slowroll.FeatureManagement.Mapping;

namespace Slowroll.FeatureManagement.Answering;

/// <summary>Has the table of features made when the host starts, so that a mistake in it ends the start and not a
/// request.</summary>
/// <param name="table">The table; making it checks it.</param>
internal sealed class CheckAtStart(FeatureTable table) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = table;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
