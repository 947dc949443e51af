using Slowroll.Documents;
using Slowroll.Refreshing;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Fleets;

/// <summary>The runtime's own schedule, <see cref="PollSchedule"/>.</summary>
internal sealed class SlowrollPolling : IPolling
{
    private readonly TimeSpan _interval;
    private readonly bool _honorMaxAge;

    // By how many requests failed: most answers say nothing else.
    private readonly RefreshState[] _withoutConfig = States(held: null);
    private readonly RefreshState[] _holding =
        States(new HeldConfig(ConfigSnapshot.Empty, "v", ConfigOrigin.Source, DateTimeOffset.UnixEpoch));

    /// <param name="interval">The poll interval.</param>
    /// <param name="honorMaxAge">As <see cref="SlowrollOptions.HonorMaxAge"/>.</param>
    public SlowrollPolling(TimeSpan interval, bool honorMaxAge = false) =>
        (_interval, _honorMaxAge) = (interval, honorMaxAge);

    /// <inheritdoc/>
    public TimeSpan After(in Client client, in Answer answer, bool together, double chance)
    {
        var state = (client.Version == 0 ? _withoutConfig : _holding)[client.Failures];
        if (answer.RetryAfter is not null)
            state = state with { RetryAfter = answer.RetryAfter };
        if (_honorMaxAge)
            state = state with { MaxAge = answer.MaxAge };
        return together ? PollSchedule.Spread(_interval, state, chance) : PollSchedule.Next(_interval, state, chance);
    }

    private static RefreshState[] States(HeldConfig? held) =>
    [
        .. Enumerable.Range(0, Client.MostFailures + 1)
            .Select(failures => new RefreshState(held) { Failures = failures }),
    ];
}
