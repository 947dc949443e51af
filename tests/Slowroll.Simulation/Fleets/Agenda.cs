namespace Slowroll.Simulation.Fleets;

/// <summary>Who is due at which millisecond: a list of clients for each, in two arrays. A client is due once at
/// most.</summary>
internal sealed class Agenda
{
    private const int None = -1;

    private readonly int[] _first;
    private readonly int[] _next;

    /// <param name="clients">How many clients there are.</param>
    /// <param name="milliseconds">How long the simulation is. What is due later is forgotten.</param>
    public Agenda(int clients, int milliseconds)
    {
        _first = new int[milliseconds];
        _next = new int[clients];
        Clear();
    }

    /// <summary>Nobody is due any more.</summary>
    public void Clear() => Array.Fill(_first, None);

    /// <summary>Enters a client that isn't due yet.</summary>
    public void Add(int client, long millisecond)
    {
        if (millisecond >= _first.Length)
            return;

        _next[client] = _first[millisecond];
        _first[millisecond] = client;
    }

    /// <summary>Takes a client that is due at the millisecond out; false if there is none.</summary>
    public bool TryTake(int millisecond, out int client)
    {
        client = _first[millisecond];
        if (client == None)
            return false;

        _first[millisecond] = _next[client];
        return true;
    }
}
