using Slowroll.Simulation.Fleets;

namespace Slowroll.Simulation.Tests.Fleets;

public class AgendaTests
{
    private readonly Agenda _agenda = new(clients: 3, milliseconds: 10);

    [Fact]
    public void Whoever_is_due_is_taken_once()
    {
        _agenda.Add(0, 4);
        _agenda.Add(2, 4);
        _agenda.Add(1, 5);

        Assert.Equal([2, 0], Due(4));
        Assert.Equal([1], Due(5));
        Assert.Empty(Due(4));
    }

    [Fact]
    public void What_is_due_after_the_end_is_forgotten()
    {
        _agenda.Add(0, 10);
        _agenda.Add(1, long.MaxValue);

        Assert.All(Enumerable.Range(0, 10), millisecond => Assert.Empty(Due(millisecond)));
    }

    private IEnumerable<int> Due(int millisecond)
    {
        while (_agenda.TryTake(millisecond, out var client))
            yield return client;
    }
}
