using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>The control flow.</summary>
internal static class Jumps
{
    /// <summary>Whether the code after a statement is unreachable.</summary>
    public static bool EndsIn(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
            or GotoStatementSyntax => true,
        YieldStatementSyntax yielded => yielded.Expression is null,
        BlockSyntax { Statements: [.., var last] } => EndsIn(last),
        IfStatementSyntax { Else.Statement: var other } choice => EndsIn(choice.Statement) && EndsIn(other),
        _ => false,
    };

    /// <summary>Whether a jump from elsewhere may lead into a statement.</summary>
    public static bool IsAimedAt(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().OfType<LabeledStatementSyntax>().Any();

    /// <summary>Whether the body of a loop leaves its loop.</summary>
    public static bool LeavesLoop(StatementSyntax body) => Breaks(body, alsoContinue: true);

    /// <summary>The statements of a switch section; null if it leaves the switch before its end.</summary>
    public static IReadOnlyList<StatementSyntax>? WithoutBreak(SwitchSectionSyntax section)
    {
        var statements = section.Statements is [BlockSyntax block] ? block.Statements : section.Statements;
        List<StatementSyntax> kept =
            [.. statements is [.., BreakStatementSyntax] ? statements.Take(statements.Count - 1) : statements];
        return kept.Exists(statement => Breaks(statement, alsoContinue: false)
            || statement.DescendantNodesAndSelf().Any(node => node is GotoStatementSyntax)) ? null : kept;
    }

    private static bool Breaks(SyntaxNode node, bool alsoContinue) => node switch
    {
        BreakStatementSyntax => true,
        ContinueStatementSyntax => alsoContinue,
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => false,
        LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax => false,
        SwitchStatementSyntax => alsoContinue && node.DescendantNodes().OfType<ContinueStatementSyntax>().Any(),
        _ => node.ChildNodes().Any(child => Breaks(child, alsoContinue)),
    };
}
