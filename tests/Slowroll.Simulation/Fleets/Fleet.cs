using Slowroll.Live;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Fleets;

/// <summary>Clients of one server, in simulated time. The same arguments give the same load, to the request.</summary>
internal sealed class Fleet
{
    // How long a store needs until it has told everybody.
    private const int TellingTakes = 100;

    private readonly Client[] _clients;
    private readonly Agenda _agenda;
    private readonly Chances _chances;
    private readonly IPolling _polling;
    private readonly IServer _server;
    private readonly Load _load;
    private int _failing;
    private int _changed;

    /// <param name="clients">How many.</param>
    /// <param name="seconds">How long the simulation is.</param>
    /// <param name="polling">When they ask.</param>
    /// <param name="server">What they ask.</param>
    /// <param name="seed">What the random numbers begin with.</param>
    public Fleet(int clients, int seconds, IPolling polling, IServer server, ulong seed)
    {
        (_polling, _server, _chances) = (polling, server, new Chances(seed));
        _clients = new Client[clients];
        _agenda = new Agenda(clients, seconds * 1000);
        _load = new Load(seconds);
    }

    /// <summary>The millisecond at which the store tells all clients of a change.</summary>
    public int TellsAt { get; init; } = -1;

    /// <summary>A fleet that has run for long, so that nothing is left of its start.</summary>
    public Load RunOn()
    {
        for (var client = 0; client < _clients.Length; client++)
        {
            _clients[client].Version = Server.Old;
            _agenda.Add(client, (long)UntilNext(client).TotalMilliseconds);
        }

        return Run();
    }

    /// <summary>All start at one instant.</summary>
    /// <param name="cached">Whether each has a config on disk.</param>
    public Load StartTogether(bool cached)
    {
        _failing = _clients.Length;
        for (var client = 0; client < _clients.Length; client++)
        {
            _clients[client] = new Client
            {
                Version = cached ? Server.Old : (byte)0,
                IsTogether = true,
                IsUnanswered = true,
            };
            _agenda.Add(client, cached ? (long)LiveConfig.UntilFirstFetch.TotalMilliseconds : 0);
        }

        return Run();
    }

    private Load Run()
    {
        for (var second = 0; second < _load.Requests.Length; second++)
        {
            for (var millisecond = second * 1000; millisecond < (second + 1) * 1000; millisecond++)
            {
                if (millisecond == TellsAt)
                    TellAll(millisecond);
                while (_agenda.TryTake(millisecond, out var client))
                    Ask(client, millisecond);
            }

            _load.Failing[second] = _failing;
            _load.Changed[second] = _changed;
        }

        return _load;
    }

    private void Ask(int number, int millisecond)
    {
        ref var client = ref _clients[number];
        var (wasFailing, wasNew) = (client.IsFailing, client.Version == Server.New);
        var answer = _server.Ask(millisecond, number);

        _load.Requests[millisecond / 1000]++;
        if (client.Take(answer))
            _load.Bodies[millisecond / 1000]++;
        _failing += Number(client.IsFailing) - Number(wasFailing);
        _changed += Number(client.Version == Server.New) - Number(wasNew);

        var wait = _polling.After(client, answer, client.IsTogether, _chances.Next());
        client.IsTogether = false;
        _agenda.Add(number, millisecond + answer.Took + (long)wait.TotalMilliseconds);
    }

    private void TellAll(int millisecond)
    {
        _agenda.Clear();
        for (var client = 0; client < _clients.Length; client++)
        {
            _clients[client].IsTogether = true;
            _agenda.Add(client, millisecond + _chances.Next(TellingTakes));
        }
    }

    // At any instant more clients are in a long wait than in a short one. So a wait is taken with a chance that is in
    // proportion to its length, and any part of it may be over.
    private TimeSpan UntilNext(int client)
    {
        var answer = new Answer(Server.Old);
        while (true)
        {
            var wait = _polling.After(_clients[client], answer, together: false, _chances.Next());
            var longest = _polling.After(_clients[client], answer, together: false, 1);
            if (_chances.Next() * longest < wait)
                return wait * _chances.Next();
        }
    }

    private static int Number(bool holds) => holds ? 1 : 0;
}
