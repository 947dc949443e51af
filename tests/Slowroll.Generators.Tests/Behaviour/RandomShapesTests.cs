using System.Globalization;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs put together at random do the same after their flags were removed.</summary>
public class RandomShapesTests
{
    private const int ProgramsOfASolution = 50;

    // More by hand: SLOWROLL_PROGRAMS=3000 dotnet test --filter RandomShapes; from another seed on with SLOWROLL_SEED.
    private static int Programs => Setting("SLOWROLL_PROGRAMS", 100);

    private static int FirstSeed => Setting("SLOWROLL_SEED", 1);

    [Fact]
    public async Task SLOW3006_random_programs_do_the_same_without_their_flags()
    {
        for (var i = 0; i < Programs; i += ProgramsOfASolution)
        {
            var programs = Enumerable.Range(FirstSeed + i, Math.Min(ProgramsOfASolution, Programs - i))
                .ToDictionary(seed => $"seed_{seed}", seed => new RandomShapes(seed).Program());

            var run = await ProgramsWithoutFlags.RunAsync(programs);

            Assert.InRange(run.Before.Count, programs.Count * 9 / 10, programs.Count);
            var others = run.Before.Keys.Where(name => run.Before[name] != run.After[name]).ToList();
            Assert.True(others.Count == 0, string.Join("\n\n", others.Take(3).Select(
                name => $"{name}\n{run.Before[name]}\n{run.After[name]}\n{programs[name]}\n----\n{run.Texts[name]}")));
            Assert.Empty(run.NewWarnings);
            Assert.True(Reads(run.Texts.Values) * 2 < Reads(run.Before.Keys.Select(name => programs[name])),
                "most reads are removed");
        }
    }

    private static int Reads(IEnumerable<string> programs) => programs.Sum(text => text.Split("flags.").Length);

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
