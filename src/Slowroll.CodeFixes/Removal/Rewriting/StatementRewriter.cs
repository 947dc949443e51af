using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>A rewriter that can replace a statement with none or several, in each list of statements.</summary>
/// <param name="members">The members that it changes.</param>
internal abstract class StatementRewriter(IReadOnlyCollection<int> members) : CSharpSyntaxRewriter
{
    public override SyntaxNode? Visit(SyntaxNode? node) =>
        node is not null and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            && Origins.IsMember(node)
            && !members.Contains(Origins.MemberOf(node))
            ? node
            : base.Visit(node);

    /// <summary>A file with its members rewritten.</summary>
    public SyntaxNode Rewrite(SyntaxNode root) => Visit(root)!;

    public override SyntaxNode? VisitGlobalStatement(GlobalStatementSyntax node) =>
        members.Contains(Origins.TopLevel) ? base.VisitGlobalStatement(node) : node;

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var (statements, carried) = Reduced(node.Statements, node);
        return node.WithStatements(statements).WithCloseBraceToken(
            Lines.Above(node.CloseBraceToken, [.. carried, .. node.CloseBraceToken.LeadingTrivia]));
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node) =>
        node.WithLabels(VisitList(node.Labels)).WithStatements(Reduced(node.Statements, node).Statements);

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        if (!members.Contains(Origins.TopLevel))
        {
            return base.VisitCompilationUnit(node);
        }

        List<StatementSyntax> globals =
            [.. node.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement)];
        var statements = Reduced(globals, node).Statements.Select(SyntaxFactory.GlobalStatement);
        var others = node.Members.Where(member => member is not GlobalStatementSyntax)
            .Select(member => (MemberDeclarationSyntax)Visit(member)!);
        return node.WithMembers(SyntaxFactory.List([.. statements, .. others]));
    }

    /// <summary>The result of rewriting a statement.</summary>
    /// <param name="node">The statement.</param>
    /// <param name="canUnwrap">Whether it may become several.</param>
    protected abstract Reduction Reduced(StatementSyntax node, bool canUnwrap);

    /// <summary>The statements to run before a statement, since their place in it was removed.</summary>
    protected virtual IReadOnlyList<ExpressionSyntax> Before(StatementSyntax statement) => [];

    protected (SyntaxList<StatementSyntax> Statements, IReadOnlyList<SyntaxTrivia> Carried) Reduced(
        IReadOnlyList<StatementSyntax> statements, SyntaxNode owner)
    {
        StatementList list = new(owner);
        for (var i = 0; i < statements.Count; i++)
        {
            var result = Reduced(statements[i], canUnwrap: true);
            list.Add(statements[i], Before(statements[i]), result);
            if (result is { Branch: not null, Kept: [.., var last] }
                && Jumps.EndsIn(last)
                && !statements.Skip(i + 1).Any(Jumps.IsAimedAt))
            {
                // The rest is unreachable, but a local function may be called from above.
                list.DropLastReturn();
                list.AddFunctions(statements.Skip(i + 1)
                    .OfType<LocalFunctionStatementSyntax>()
                    .Select(function => (StatementSyntax)Visit(function)!));
                break;
            }
        }

        return list.ToList();
    }
}
