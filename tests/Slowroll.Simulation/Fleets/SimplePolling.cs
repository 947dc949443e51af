using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Fleets;

/// <summary>What is written first, for comparison: it asks at each interval, and after a failure again after a fixed
/// time. No wait is random, and none becomes longer.</summary>
/// <param name="interval">The poll interval.</param>
/// <param name="afterFailure">The wait after a failure.</param>
internal sealed class SimplePolling(TimeSpan interval, TimeSpan afterFailure) : IPolling
{
    /// <inheritdoc/>
    public TimeSpan After(in Client client, in Answer answer, bool together, double chance) =>
        answer.IsFailure ? answer.RetryAfter ?? afterFailure : interval;
}
