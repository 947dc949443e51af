using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Replaces a statement with the branch that is always taken, and removes unreachable code.</summary>
internal sealed class SimplifiedStatements(
    SemanticModel model, RemovedFlag flag, IReadOnlyCollection<int> members, ReadForms forms)
    : SimplifiedExpressions(model, flag, members, forms)
{
    private readonly SemanticModel _model = model;

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node) => Alone(node);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => Alone(node);

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => Alone(node);

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node) => Alone(node);

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) => Alone(node);

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.Condition is { } condition ? LeftIf(condition, visited) : visited;
    }

    public override SyntaxNode? VisitElseClause(ElseClauseSyntax node)
    {
        var result = Reduced(node.Statement, canUnwrap: false);
        return result.Kept is not [var kept] ? null
            : result.Branch is { } branch && !node.ElseKeyword.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
                ? node // else if: the comment after the condition is now after the else
                    .WithElseKeyword(
                        node.ElseKeyword.WithTrailingTrivia(branch.GetFirstToken().GetPreviousToken().TrailingTrivia))
                    .WithStatement(kept.WithLeadingTrivia(branch.GetLeadingTrivia()))
            : node.WithStatement(kept);
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = base.VisitLocalFunctionStatement(node)!;
        return Locals.IsUsed(node) ? visited.WithAdditionalAnnotations(Marks.Used) : visited;
    }

    // At a place that needs exactly one statement.
    private StatementSyntax Alone(StatementSyntax node) => Reduced(node, canUnwrap: false).Kept switch
    {
        [] => Unwrapping.Place(node, node, node, [SyntaxFactory.ParseStatement("{ }")])[0],
        var kept => kept[0],
    };

    protected override Reduction Reduced(StatementSyntax node, bool canUnwrap) => node switch
    {
        IfStatementSyntax choice => OfIf(choice, canUnwrap),
        WhileStatementSyntax loop => OfWhile(loop),
        DoStatementSyntax loop => OfDo(loop, canUnwrap),
        SwitchStatementSyntax choice => OfSwitch(choice, canUnwrap),
        ExpressionStatementSyntax expression => OfExpression(expression),
        _ => Reduction.Same((StatementSyntax)Visit(node)!),
    };

    private Reduction OfIf(IfStatementSyntax node, bool canUnwrap)
    {
        var condition = Visited(node.Condition);
        if (Marks.Truth(condition) is { } truth && !Unwrapping.HasDirectivesInside(node))
        {
            return truth ? Taken(node, node.Statement, canUnwrap)
                : node.Else is { } other ? Taken(node, other.Statement, canUnwrap)
                : Reduction.Nothing;
        }

        var (then, otherwise) =
            ((StatementSyntax)Visit(node.Statement)!, node.Else is null ? null : (ElseClauseSyntax?)Visit(node.Else));
        return Reduction.Same(LeftIf(condition, node
            .WithCondition(condition)
            .WithStatement(
                otherwise is null && node.Else is not null ? then.WithTrailingTrivia(node.GetTrailingTrivia()) : then)
            .WithElse(otherwise)));
    }

    private Reduction OfWhile(WhileStatementSyntax node)
    {
        var condition = Visited(node.Condition);
        return Marks.Truth(condition) is false && !Unwrapping.HasDirectivesInside(node)
            ? Reduction.Nothing
            : Reduction.Same(LeftIf(
                condition, node.WithCondition(condition).WithStatement((StatementSyntax)Visit(node.Statement)!)));
    }

    private Reduction OfDo(DoStatementSyntax node, bool canUnwrap)
    {
        var condition = Visited(node.Condition);
        return Marks.Truth(condition) is false
            && !Jumps.LeavesLoop(node.Statement)
            && !Unwrapping.HasDirectivesInside(node)
            ? Taken(node, node.Statement, canUnwrap)
            : Reduction.Same(LeftIf(
                condition, node.WithCondition(condition).WithStatement((StatementSyntax)Visit(node.Statement)!)));
    }

    private Reduction OfSwitch(SwitchStatementSyntax node, bool canUnwrap)
    {
        var value = Visited(node.Expression);
        if (canUnwrap
            && Marks.IsKnown(value)
            && Patterns.Section(node, value) is { } section
            && Jumps.WithoutBreak(section) is { } statements
            && !Unwrapping.HasDirectivesInside(node)
            && !Unwrapping.Collides(statements, node))
        {
            return new(Unwrapping.Place(node, section, statements.Count == 0
                ? section
                : statements[0], Reduced(statements, section).Statements), section);
        }

        return Reduction.Same(LeftIf(value, node.WithExpression(value).WithSections(VisitList(node.Sections))));
    }

    private Reduction OfExpression(ExpressionStatementSyntax node)
    {
        var visited = Visited(node.Expression);
        var value = node.Expression is AssignmentExpressionSyntax { Left: var left }
            && IsDiscard(left)
            && visited is AssignmentExpressionSyntax { Right: var right } ? right : visited;
        return Marks.IsKnown(value) ? Reduction.Nothing : Reduction.Same(node.WithExpression(visited));
    }

    // There may be a variable with that name.
    private bool IsDiscard(ExpressionSyntax left) => left is IdentifierNameSyntax { Identifier.ValueText: "_" }
        && _model.GetSymbolInfo(left).Symbol is IDiscardSymbol;

    // The branch that replaces the statement: without its braces if they aren't needed.
    private Reduction Taken(StatementSyntax node, StatementSyntax branch, bool canUnwrap)
    {
        if (branch is not BlockSyntax block)
        {
            return new(Unwrapping.Place(node, branch, branch, Reduced(branch, canUnwrap).Kept), branch);
        }

        var visited = (BlockSyntax)VisitBlock(block)!;
        return canUnwrap && !Unwrapping.Collides(block.Statements, node)
            ? new(
                Unwrapping.Place(node, block, block.Statements.FirstOrDefault() ?? branch, visited.Statements), branch)
            : new(Unwrapping.Place(node, block, block, [visited]), branch);
    }
}
