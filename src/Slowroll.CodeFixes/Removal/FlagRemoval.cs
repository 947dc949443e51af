using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.CodeFixes.Removal.Reads;
using Slowroll.CodeFixes.Removal.Rewriting;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Schemas.Drift.Editing;

namespace Slowroll.CodeFixes.Removal;

/// <summary>Removes a finished flag: first from all code, then, when nothing names it any more, from its
/// schema.</summary>
internal static class FlagRemoval
{
    public static async Task<Solution> RemoveAsync(
        Solution solution, RemovedFlag flag, CancellationToken cancellationToken)
    {
        flag = flag with
        {
            Assemblies =
            [.. AdditionalFiles.At(solution, flag.SchemaPath).Select(file => file.Project.AssemblyName)]
        };
        var rewritten = await RewriteAsync(solution, flag, model =>
            CodeWithoutFlag.Rewrite(model, flag, cancellationToken), cancellationToken).ConfigureAwait(false);

        // A value that a test sets is removed only with the last read.
        var unset = await RewriteAsync(
            rewritten,
            flag,
            model => new UnneededSettings(model, flag).Visit(model.SyntaxTree.GetRoot(cancellationToken))!,
            cancellationToken).ConfigureAwait(false);
        return await OutOfSchemaAsync(unset, flag, cancellationToken).ConfigureAwait(false) ?? rewritten;
    }

    private static async Task<Solution> RewriteAsync(
        Solution solution,
        RemovedFlag flag,
        Func<SemanticModel, SyntaxNode> rewrite,
        CancellationToken cancellationToken)
    {
        foreach (var id in solution.Projects.SelectMany(project => project.DocumentIds).ToList())
        {
            // The solution has the changes of the documents before.
            var document = solution.GetDocument(id)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (text.ToString().Contains(flag.Name)
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
            {
                var rewritten = rewrite(model);
                solution = rewritten.ToFullString() == $"{text}"
                    ? solution
                    : solution.WithDocumentSyntaxRoot(id, rewritten);
            }
        }

        return solution;
    }

    /// <summary>The solution without the flag in its schema; null if something still needs it.</summary>
    private static async Task<Solution?> OutOfSchemaAsync(
        Solution solution, RemovedFlag flag, CancellationToken cancellationToken)
    {
        if (AdditionalFiles.At(solution, flag.SchemaPath) is not [var file, ..] files)
        {
            return null;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var cuts = SchemaRemoval.Of($"{text}", flag.Section, flag.Key);
        var without = text.WithChanges(cuts.Select(cut => new TextChange(TextSpan.FromBounds(cut.Start, cut.End), "")));
        return cuts.Count == 0 || await new FlagMentions(flag, $"{text}", $"{without}")
            .AnyAsync(solution, cancellationToken)
            .ConfigureAwait(false)
            ? null
            : AdditionalFiles.With(solution, files, without);
    }
}
