using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Removal;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs in one project, each compiled and run before and after their flags are removed.</summary>
internal sealed class ProgramsWithoutFlags
{
    /// <summary>What each does on the way, before.</summary>
    public required IReadOnlyDictionary<string, string> Before { get; init; }

    /// <summary>The same, after.</summary>
    public required IReadOnlyDictionary<string, string> After { get; init; }

    /// <summary>What the code of each has become.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public required IReadOnlyList<string> NewWarnings { get; init; }

    /// <param name="programs">By name, the members of a static class, <c>Run</c> among them. Those that don't compile
    /// are left out: what is put together at random may not.</param>
    public static async Task<ProgramsWithoutFlags> RunAsync(IReadOnlyDictionary<string, string> programs)
    {
        using UserSolution solution = new(RemoveFlagTest.Shop("namespace Shop;") with
        {
            Code = programs.ToDictionary(program => $"{program.Key}.cs", program => $$"""
                using System;
                using System.Collections.Generic;
                using System.Linq;

                namespace Shop;

                static class S_{{program.Key}}
                {
                    {{program.Value}}
                }
                """)
                .Append(new("Shared.cs", Shapes.Shared))
                .Append(new("Own.cs",
                    "namespace Shop; partial class App { public bool On(int n) { Log.Add($\"own {n}\"); return "
                        + "true; } }"))
                .ToDictionary(),
        });
        var found = await solution.ErrorsAsync();
        var broken = programs.Keys
            .Where(name => found.Any(error => error.StartsWith($"/Shop/{name}.cs", StringComparison.Ordinal)
                && error.Contains(": error ", StringComparison.Ordinal)))
            .ToHashSet();
        if (broken.Count > 0)
            return await RunAsync(programs.Where(program => !broken.Contains(program.Key)).ToDictionary());

        var warnings = found.Select(Kind).ToHashSet();
        var before = await RunAsync(solution, programs.Keys);

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        return new()
        {
            Before = before,
            Texts = programs.Keys.ToDictionary(name => name, name => solution[$"/Shop/{name}.cs"]),
            NewWarnings = [.. (await solution.ErrorsAsync()).Where(warning => !warnings.Contains(Kind(warning)))],
            After = await RunAsync(solution, programs.Keys),
        };
    }

    private static async Task<IReadOnlyDictionary<string, string>> RunAsync(
        UserSolution solution, IEnumerable<string> names)
    {
        var program = await RunningProgram.LoadAsync(solution);
        return names.ToDictionary(name => name, name => program.Tell($"Shop.S_{name}"));
    }

    // Without the line, which moves.
    private static string Kind(string warning) =>
        warning.IndexOf('(') is > 0 and var at ? warning[..at] + warning[warning.IndexOf(')')..] : warning;
}
