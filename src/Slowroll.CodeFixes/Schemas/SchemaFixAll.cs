using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>Mends all schemas of a project or of the solution. Roslyn's own way only knows code.</summary>
internal sealed class SchemaFixAll(SchemaFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(fix.Title, _ => MendAsync(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> MendAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope is FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var schema in project.AdditionalDocuments)
            {
                var places = diagnostics
                    .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == schema.FilePath)
                    .Select(diagnostic => diagnostic.Location.SourceSpan.Start);
                var text = await schema.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(schema.Id, text.WithChanges(fix.Changes(text.ToString(), places)));
            }
        }

        return solution;
    }
}
