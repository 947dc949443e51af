using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Drift;

/// <summary>The finished flags of a project, and what a fix needs to remove them.</summary>
internal sealed class FinishedFlags(ProjectFiles files)
{
    private readonly Lazy<IReadOnlyDictionary<(string? Class, string? Accessor), Finished>> _byAccessor =
        new(() => Find(files)
        .Where(finished => finished.Hints.ContainsKey(FixHints.Value))
        .GroupBy(finished => (finished.Hints[FixHints.Class], finished.Hints[FixHints.Flag]))
        .ToDictionary(group => group.Key, group => group.First()));

    /// <summary>The finished flag that a call asks; null if there is none.</summary>
    public Finished? AskedBy(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: false, Parameters.Length: 1, ContainingType: var type }
        && type.Interfaces.Any(
            implemented => implemented is { Name: "IFlagClass", ContainingNamespace.Name: "Slowroll" })
        && _byAccessor.Value.TryGetValue((type.ToDisplayString(), call.TargetMethod.Name), out var finished)
            ? finished
            : null;

    /// <summary>What a diagnostic passes to its fix.</summary>
    public static ImmutableDictionary<string, string?> HintsOf(
        DriftProblem problem, ProjectSchema? schema, ProjectFiles files)
    {
        var hints = ImmutableDictionary<string, string?>.Empty;
        if (problem is { Section: { } section, MayBeFixed: true })
        {
            hints = hints.Add(FixHints.Section, section)
                .Add(FixHints.Key, problem.Key)
                .Add(FixHints.Schema, schema?.File.Path);
        }

        return problem is { Section: not null, Key: not null } && problem.Rule == DriftRules.Finished
            && schema?.Find(problem.Section, problem.Key) is { } flag
            && FinishedFlag.ValueOf(
                problem.Section, problem.Key, schema.Declared!, files.ConfigsOf(schema), files.Settings) is { } value
            ? hints.Add(FixHints.Class, flag.Class.FullName)
                .Add(FixHints.Flag, flag.Flag.Name)
                .Add(FixHints.Value, value)
            : hints;
    }

    private static IEnumerable<Finished> Find(ProjectFiles files) =>
        from schema in files.Schemas
        from config in files.ConfigsOf(schema)
        from problem in FinishedFlag.In(config, files.Settings)
        select new Finished(problem, HintsOf(problem, schema, files));
}

/// <summary>A finished flag.</summary>
/// <param name="Problem">The problem to report.</param>
/// <param name="Hints">What a fix needs.</param>
internal sealed record Finished(DriftProblem Problem, ImmutableDictionary<string, string?> Hints);
