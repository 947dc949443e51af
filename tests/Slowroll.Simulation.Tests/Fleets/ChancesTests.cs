using Slowroll.Simulation.Fleets;

namespace Slowroll.Simulation.Tests.Fleets;

public class ChancesTests
{
    [Fact]
    public void The_sequence_is_that_of_SplitMix64() => Assert.Equal(0xE220_A839_7B1D_CDAF, new Chances(0).NextBits());

    [Fact]
    public void The_numbers_lie_from_0_up_to_1_and_are_even()
    {
        var chances = new Chances(1);
        List<double> numbers = [.. Enumerable.Range(0, 100_000).Select(_ => chances.Next())];

        Assert.All(numbers, number => Assert.True(number is >= 0 and < 1));
        Assert.InRange(numbers.Average(), 0.49, 0.51);
        Assert.All(numbers, _ => Assert.InRange(chances.Next(7), 0, 6));
    }
}
