namespace Slowroll.Simulation.Servers;

/// <summary>What a fleet asks.</summary>
internal interface IServer
{
    /// <summary>Answers a request. The instants of requests never go back.</summary>
    Answer Ask(int millisecond, int client);
}
