using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Schemas.Drift;

namespace Slowroll.CodeFixes.Settling;

/// <summary>Clears a finished flag away: first out of all code, then, once nothing mentions it, out of its schema.</summary>
internal static class FlagClearing
{
    public static async Task<Solution> ClearAsync(Solution solution, SettledFlag flag, CancellationToken cancellationToken)
    {
        flag = flag with { Assemblies = [.. AdditionalFiles.At(solution, flag.SchemaPath).Select(file => file.Project.AssemblyName)] };
        var settled = await OutOfCodeAsync(solution, flag, cancellationToken).ConfigureAwait(false);
        return await OutOfSchemaAsync(settled, flag, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Solution> OutOfCodeAsync(Solution solution, SettledFlag flag, CancellationToken cancellationToken)
    {
        foreach (var id in solution.Projects.SelectMany(project => project.DocumentIds).ToList())
        {
            // Each as the ones before it left the solution.
            var document = solution.GetDocument(id)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.ToString().Contains(flag.Name)
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
            {
                var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
                var settled = SettledCode.Rewrite(model, flag, cancellationToken);
                solution = settled.ToFullString() == root.ToFullString() ? solution : solution.WithDocumentSyntaxRoot(id, settled);
            }
        }

        return solution;
    }

    private static async Task<Solution> OutOfSchemaAsync(Solution solution, SettledFlag flag, CancellationToken cancellationToken)
    {
        if (AdditionalFiles.At(solution, flag.SchemaPath) is not [var file, ..] files)
        {
            return solution;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var cuts = SchemaRemoval.Of($"{text}", flag.Section, flag.Key);
        var without = text.WithChanges(cuts.Select(cut => new TextChange(TextSpan.FromBounds(cut.Start, cut.End), "")));
        return cuts.Count == 0 || await new FlagMentions(flag, $"{text}", $"{without}").AnyAsync(solution, cancellationToken).ConfigureAwait(false)
            ? solution
            : AdditionalFiles.With(solution, files, without);
    }
}
