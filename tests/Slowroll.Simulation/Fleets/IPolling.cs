using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Fleets;

/// <summary>When a client asks again.</summary>
internal interface IPolling
{
    /// <summary>The wait after an answer.</summary>
    /// <param name="client">The client, which has taken the answer.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="together">Whether the whole fleet may have asked at this time.</param>
    /// <param name="chance">A random number from 0 up to 1.</param>
    TimeSpan After(in Client client, in Answer answer, bool together, double chance);
}
