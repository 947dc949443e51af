using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Replaces a statement with the statements of its branch, one level up, with all their comments.</summary>
internal static class Unwrapping
{
    /// <summary>Whether a node has directives such as <c>#if</c> and <c>#region</c> inside: such code is kept.
    /// Directives before it stay before its replacement.</summary>
    public static bool HasDirectivesInside(SyntaxNode node) =>
        node.ContainsDirectives
            && node.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > node.SpanStart);

    /// <summary>Whether names that statements declare would have another meaning, or a longer lifetime, one level
    /// up.</summary>
    public static bool Collides(IReadOnlyList<StatementSyntax> statements, StatementSyntax old)
    {
        HashSet<string> names = [.. statements.SelectMany(Declared)];
        var owner = old.Parent is SwitchSectionSyntax or GlobalStatementSyntax ? old.Parent.Parent : old.Parent;
        return statements.Any(
            statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } && !IsLast(old))
            || names.Count > 0 && old.Ancestors().FirstOrDefault(
                each => each is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)
                // After a jump back, a block has new locals.
                ?.DescendantNodes().Any(node => node is LabeledStatementSyntax) is true
            || names.Any(InactiveText.In(owner!).Names)
            || names.Count > 0 && owner!.DescendantTokens().Any(token =>
                token.IsKind(SyntaxKind.IdentifierToken)
                    && names.Contains(token.ValueText)
                    && !old.Span.Contains(token.Span)
                    && !IsMember(token));
    }

    /// <summary>A branch that replaces its statement.</summary>
    /// <param name="old">The statement.</param>
    /// <param name="branch">The branch as it was.</param>
    /// <param name="first">What of it comes first, as it was: itself, or what stands between its braces.</param>
    /// <param name="kept">The rewritten branch.</param>
    public static IReadOnlyList<StatementSyntax> Place(
        StatementSyntax old, SyntaxNode branch, SyntaxNode first, IReadOnlyList<StatementSyntax> kept)
    {
        if (kept.Count == 0)
        {
            return kept;
        }

        // Braces are on the level of their statement; a single statement is one level deeper.
        var owner = kept[0] is BlockSyntax && old.Parent is StatementSyntax and not BlockSyntax ? old.Parent : old;
        var (indent, newLine) = (Lines.IndentOf(owner), Lines.NewLineOf(old));
        List<StatementSyntax> placed =
            [.. kept.Select(statement => Lines.Shift(statement, Lines.IndentOf(first), indent))];
        var block = first == branch ? null : branch as BlockSyntax;
        placed[0] = Lines.Above(placed[0],
        [
            .. Lines.Shift(old.GetLeadingTrivia(), Lines.IndentOf(old), indent),
            .. Opening(branch, block).SelectMany(
                comment => new[] { comment, newLine, SyntaxFactory.Whitespace(indent) }),
            .. placed[0].GetLeadingTrivia().SkipWhile(Lines.IsBlank),
        ]);

        var last = placed[placed.Count - 1];
        var trailing = last.GetTrailingTrivia() is var own && own.Any(SyntaxKind.EndOfLineTrivia)
            ? own
            : old.GetTrailingTrivia();
        var closing = block is null
            ? []
            : Lines.Comments(block.CloseBraceToken.LeadingTrivia, block.CloseBraceToken.TrailingTrivia);
        placed[placed.Count - 1] = last.WithTrailingTrivia(SyntaxFactory.TriviaList(
            [
                .. trailing,
                .. closing.SelectMany(comment => new[] { SyntaxFactory.Whitespace(indent), comment, newLine })]));
        return placed;
    }

    // The comments after the condition, at the else, and beside the brace.
    private static IEnumerable<SyntaxTrivia> Opening(SyntaxNode branch, BlockSyntax? block)
    {
        var before = branch.GetFirstToken().GetPreviousToken();
        return Lines.Comments(
            before.IsKind(SyntaxKind.ElseKeyword) ? before.LeadingTrivia : default,
            before.TrailingTrivia,
            block?.OpenBraceToken.LeadingTrivia ?? default,
            block?.OpenBraceToken.TrailingTrivia ?? default);
    }

    private static bool IsMember(SyntaxToken token) => token.Parent is SimpleNameSyntax name
        && (name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax);

    private static bool IsLast(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.Last() == statement;

    // Only in the scope of the branch; declarations of inner blocks stay there.
    private static IEnumerable<string> Declared(StatementSyntax statement) => statement switch
    {
        LocalFunctionStatementSyntax function => [function.Identifier.ValueText],
        LabeledStatementSyntax label => [label.Identifier.ValueText, .. Declared(label.Statement)],
        BlockSyntax => [],
        _ => statement
            .DescendantNodes(node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax))
            .Select(node => node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator =>
                    declarator.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
                _ => "",
            })
            .Where(name => name is not ""),
    };
}
