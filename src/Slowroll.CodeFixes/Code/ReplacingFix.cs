using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>A fix that replaces an expression: at one place, in a file, a project or the solution.</summary>
public abstract class ReplacingFix : CodeFixProvider
{
    private readonly Rule _rule;

    private protected ReplacingFix(Rule rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(_rule.Id);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            // For a fix of all places: all use the first way, or all use the second.
            var way = 0;
            foreach (var replacement in Replacements(
                diagnostic, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)))
            {
                if (InnerTrivia.IsIn(replacement.Old)
                    && !InnerTrivia.IsKept(replacement.Old, replacement.New(
                        await TypeNames.InAsync(context.Document, context.CancellationToken).ConfigureAwait(false))))
                {
                    way++;
                    continue;
                }

                context.RegisterCodeFix(
                    CodeAction.Create(
                        MessageText.Whole(replacement.Title),
                        cancellationToken => ReplaceAsync(context.Document, root, replacement, cancellationToken),
                        equivalenceKey: $"{_rule}:{way++}"),
                    diagnostic);
            }
        }
    }

    /// <summary>The ways to fix the diagnostic, the best first.</summary>
    private protected abstract IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place);

    private static async Task<Document> ReplaceAsync(
        Document document, SyntaxNode root, Replacement replacement, CancellationToken cancellationToken)
    {
        var names = await TypeNames.InAsync(document, cancellationToken).ConfigureAwait(false);
        var written = replacement.New(names)
            .WithTriviaFrom(replacement.Old)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(replacement.Old, written));
    }
}
