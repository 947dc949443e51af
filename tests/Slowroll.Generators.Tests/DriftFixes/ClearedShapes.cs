using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Clearing;

namespace Slowroll.Generators.Tests.DriftFixes;

/// <summary>All <see cref="Shapes"/> in one project, run before and after their flags are cleared away.</summary>
public sealed class ClearedShapes : IAsyncLifetime
{
    public IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> After { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<string> NewWarnings { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using UserSolution solution = new(ClearFlagTest.Shop("namespace Shop;") with
        {
            Code = Shapes.All.ToDictionary(shape => $"{shape.Key}.cs", shape => $$"""
                using System;
                using System.Collections.Generic;
                using System.Linq;

                namespace Shop;

                static class S_{{shape.Key}}
                {
                    {{shape.Value.Code}}
                }
                """)
                .Append(new("Shared.cs", Shapes.Shared))
                .Append(new("Own.cs", "namespace Shop; partial class App { public bool On(int n) { Log.Add($\"own {n}\"); return true; } }"))
                .ToDictionary(),
        });
        var warnings = (await solution.ErrorsAsync()).Select(Kind).ToHashSet();
        Before = await RunAsync(solution);

        await solution.FixAllAsync(new ClearFlag(), FixAllScope.Solution);

        Texts = Shapes.All.Keys.ToDictionary(name => name, name => solution[$"/Shop/{name}.cs"]);
        NewWarnings = [.. (await solution.ErrorsAsync()).Where(warning => !warnings.Contains(Kind(warning)))];
        After = await RunAsync(solution);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<IReadOnlyDictionary<string, string>> RunAsync(UserSolution solution)
    {
        var run = await RunningProgram.LoadAsync(solution);
        return Shapes.All.Keys.ToDictionary(name => name, name => run.Tell($"Shop.S_{name}"));
    }

    // Without the line, which moves.
    private static string Kind(string warning) => warning[..warning.IndexOf('(')] + warning[warning.IndexOf(')')..];
}
