using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>Mends all of a project or of the solution. Roslyn's own way only knows code.</summary>
internal sealed class FileFixAll(FileFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(fix.Title, _ => MendAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    // Each project is mended as the ones before it left the solution: they may share a file.
    private async Task<Solution> MendAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope is FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            // Analyzers run side by side, and what comes of them must not depend on which is first.
            var diagnostics = (await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
            solution = await fix.MendAsync(solution.GetProject(project.Id)!, [.. diagnostics], context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
