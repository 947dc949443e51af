using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal;

/// <summary>A file in which all methods except one are empty: the meaning of that one is the same, and the compiler
/// finds it much faster.</summary>
internal sealed class IsolatedMember : CSharpSyntaxRewriter
{
    private static readonly BlockSyntax Nothing = (BlockSyntax)SyntaxFactory.ParseStatement("{ throw null!; }");

    private readonly int _member;

    private IsolatedMember(int member) => _member = member;

    public static SyntaxNode In(SyntaxNode root, int member) => new IsolatedMember(member).Visit(root)!;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        IsOther(node) ? node.WithBody(Nothing) : node;

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => node;

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node;

    public override SyntaxNode? VisitGlobalStatement(GlobalStatementSyntax node) => node;

    // Methods with directives are kept.
    private bool IsOther(MethodDeclarationSyntax node) =>
        node.Body is not null && !node.ContainsDirectives && Origins.Of(node) != _member;
}
