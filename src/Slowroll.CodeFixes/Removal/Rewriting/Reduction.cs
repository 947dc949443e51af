using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>What comes of a statement.</summary>
/// <param name="Kept">What stands in its place.</param>
/// <param name="Branch">The branch of it that was taken; null if it is still the same statement, or gone.</param>
internal sealed record Reduction(IReadOnlyList<StatementSyntax> Kept, SyntaxNode? Branch)
{
    public static readonly Reduction Nothing = new([], null);

    public static Reduction Same(StatementSyntax statement) => new([statement], null);
}
