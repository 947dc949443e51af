using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>Mends all of a file of code, a project or the solution. Roslyn's own way only changes code.</summary>
internal sealed class FileFixAll(FileFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(fix.Title, _ => FixAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    // Each project is mended as the ones before it left the solution: they may share a file.
    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope is FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            // Analyzers run side by side, and what comes of them must not depend on which is first.
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var diagnostics = found
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
            solution = await fix.FixAsync(solution.GetProject(project.Id)!, [.. diagnostics], context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
