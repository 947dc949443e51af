using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>A fix of a diagnostic in a file that isn't code: at one place, in a project or in the solution.</summary>
public abstract class FileFix : CodeFixProvider
{
    private readonly Rule _rule;

    private protected FileFix(Rule rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(_rule.Id);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new FileFixAll(this);

    internal abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await CanMendAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        MessageText.Whole(TitleOf(diagnostic)),
                        cancellationToken => FixAsync(project, [diagnostic], cancellationToken),
                        equivalenceKey: _rule.Id),
                    diagnostic);
            }
        }
    }

    /// <summary>The solution with a project's diagnostics fixed; the same if there is nothing to do.</summary>
    internal abstract Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private protected virtual string TitleOf(Diagnostic diagnostic) => Title;

    private protected virtual async Task<bool> CanMendAsync(
        Project project, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FixAsync(project, [diagnostic], cancellationToken).ConfigureAwait(false) != project.Solution;
}
