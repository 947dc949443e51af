using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Removal;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Code does the same in the same order, whether it asks flags that everybody has or no longer does.</summary>
public class SameBehaviourTests
{
    private const int Methods = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task SLOW3006_code_does_the_same_without_its_flags(int seed)
    {
        RandomCode random = new(seed);
        var code = $$"""
            using System.Collections.Generic;
            using Slowroll;

            namespace Shop;

            static class Log { public static readonly List<string> All = new(); }

            static class Program
            {
                static List<string> Told => Log.All;

                internal static void Run(App flags, string host)
                {
            {{string.Join("\n", Enumerable.Range(0, Methods).Select(i => $"        Told.Add(\"\\n\" + M{i}(flags, \"a\", \"b\"));"))}}
                }

                static bool T(int number) { Told.Add($"{number}"); return number % 3 != 0; }
                static int N(int number) { Told.Add($"n{number}"); return number; }
                static string H(int number) { Told.Add($"h{number}"); return "h"; }
                static void C(string text) => Told.Add(text);

            {{string.Join("\n\n", Enumerable.Range(0, Methods).Select(i => random.Method($"M{i}")))}}
            }
            """;
        using UserSolution solution = new(RemoveFlagTest.Shop(code));
        var before = await RunAsync(solution);

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Equal(before.Split('\n'), (await RunAsync(solution)).Split('\n'));
        Assert.True(Reads(solution["/Shop/Program.cs"]) * 5 < Reads(code), solution["/Shop/Program.cs"]);
    }

    private static int Reads(string code) => code.Split("flags.").Length;

    private static async Task<string> RunAsync(UserSolution solution) =>
        (await RunningProgram.LoadAsync(solution)).Tell("Shop.Program");
}
