using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>The result of rewriting a statement.</summary>
/// <param name="Kept">The statements that replace it.</param>
/// <param name="Branch">The branch that was taken; null if the statement was kept or removed.</param>
internal sealed record Reduction(IReadOnlyList<StatementSyntax> Kept, SyntaxNode? Branch)
{
    public static readonly Reduction Nothing = new([], null);

    public static Reduction Same(StatementSyntax statement) => new([statement], null);
}
