using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Collects the rewritten statements of a block.</summary>
internal sealed class StatementList(SyntaxNode owner)
{
    private readonly List<StatementSyntax> _statements = [];
    private readonly List<SyntaxTrivia> _carried = [];
    private bool _discarded, _blankLine;

    private bool IsFirst =>
        _statements.Count == 0 && _carried.Count == 0 && owner is not CompilationUnitSyntax { Usings.Count: > 0 };

    /// <summary>Adds the result of one of them.</summary>
    /// <param name="old">The statement.</param>
    /// <param name="before">What is to be done before it.</param>
    /// <param name="result">The statements that replace it.</param>
    public void Add(StatementSyntax old, IReadOnlyList<ExpressionSyntax> before, Reduction result)
    {
        List<StatementSyntax> added =
            [.. before.Select(effect => (StatementSyntax)SyntaxFactory.ExpressionStatement(effect)), .. result.Kept];
        if (added.Count == 0)
        {
            _carried.AddRange(Lines.Remaining(old.GetLeadingTrivia()));
            _blankLine |= Lines.BeginsBlank(old.GetLeadingTrivia());
            _discarded = true;
            return;
        }

        if (before.Count > 0)
        {
            Separate(old, added, before.Count);
        }

        var above = added[0].GetLeadingTrivia();
        above = IsFirst && _discarded ? Lines.WithoutBlankLines(above)
            : _blankLine && _carried.Count == 0 && !Lines.BeginsBlank(above) ? above.Insert(0, Lines.NewLineOf(old))
            : above;
        added[0] = Lines.Above(added[0], [.. _carried, .. above]);
        _blankLine = false;
        _carried.Clear();
        _statements.AddRange(added);
    }

    /// <summary>Local functions after unreachable code.</summary>
    public void AddFunctions(IEnumerable<StatementSyntax> functions) => _statements.AddRange(functions);

    /// <summary>Removes a <c>return</c> without a value from the end of a body.</summary>
    public void DropLastReturn()
    {
        if (_statements is [.., ReturnStatementSyntax { Expression: null } last]
            && owner.Parent is BaseMethodDeclarationSyntax
                or AccessorDeclarationSyntax
                or LocalFunctionStatementSyntax
                or AnonymousFunctionExpressionSyntax)
        {
            _statements.RemoveAt(_statements.Count - 1);
            _carried.AddRange(Lines.Comments(last.GetLeadingTrivia()).SelectMany(comment =>
                new[] { SyntaxFactory.Whitespace(Lines.IndentOf(owner) + "    "), comment, Lines.NewLineOf(owner) }));
        }
    }

    /// <summary>All of them, and the comments that have no statement below them.</summary>
    public (SyntaxList<StatementSyntax> Statements, IReadOnlyList<SyntaxTrivia> Carried) ToList() =>
        (SyntaxFactory.List(_statements), _carried);

    // The trivia above the statement is now above the first of them.
    private static void Separate(StatementSyntax old, List<StatementSyntax> added, int count)
    {
        var above = old.GetLeadingTrivia();
        SyntaxTrivia[] indent = [SyntaxFactory.Whitespace(Lines.IndentOf(old))];
        for (var i = 0; i < count; i++)
        {
            added[i] = Lines.Above(added[i], i == 0 ? above : indent).WithTrailingTrivia(Lines.NewLineOf(old));
        }

        if (added.Count > count)
        {
            added[count] = Lines.Above(added[count], [.. indent, .. added[count].GetLeadingTrivia().Skip(above.Count)]);
        }
    }
}
