using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>Fixes all diagnostics of a file of code, a project or the solution. Roslyn's own provider only changes
/// code.</summary>
internal sealed class FileFixAll(FileFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(fix.Title, _ => FixAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    // Each project is fixed after the changes of those before: they may share a file.
    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope is FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            // Analyzers run in parallel; the result must not depend on their order.
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var diagnostics = found
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
            solution = await fix.FixAsync(solution.GetProject(project.Id)!, [.. diagnostics], context.CancellationToken)
                .ConfigureAwait(false);
        }

        return solution;
    }
}
