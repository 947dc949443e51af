using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.Generators.Pipeline;

/// <summary>Where a file names a member of a class <c>Flags</c>, and the namespaces that it uses. Stored for each
/// syntax tree; a changed file is another tree.</summary>
internal sealed class FlagsNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, FlagsNames> Known = new();

    private FlagsNames(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        Mentions =
        [
            .. root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.Expression is IdentifierNameSyntax { Identifier.ValueText: "Flags" })
                .Select(access => (NamespaceAround(access), access.Name.Identifier.ValueText))
                .Distinct(),
        ];
        var usings = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(each => each is { Alias: null, Name: not null } && each.StaticKeyword.IsKind(SyntaxKind.None))
            .ToList();
        Usings = [.. usings.Select(each => (NamespaceAround(each), Plain(each.Name!))).Distinct()];
        GlobalUsings = [.. usings.Where(each => !each.GlobalKeyword.IsKind(SyntaxKind.None))
            .Select(each => Plain(each.Name!))
            .Distinct()];
    }

    /// <summary>The members that are named, each with the namespace in which it is.</summary>
    public IReadOnlyList<(string Namespace, string Member)> Mentions { get; }

    /// <summary>The namespaces that the file uses, each with the namespace in which it does.</summary>
    public IReadOnlyList<(string Namespace, string Used)> Usings { get; }

    /// <summary>Those that it uses for all files.</summary>
    public IReadOnlyList<string> GlobalUsings { get; }

    public static FlagsNames In(SyntaxTree tree) => Known.GetValue(tree, static tree => new(tree));

    private static string NamespaceAround(SyntaxNode node) =>
        string.Join(".",
            node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(each => Plain(each.Name)));

    private static string Plain(NameSyntax name) =>
        string.Concat(name.DescendantTokens().Select(token => token.ValueText)).Replace("global::", "");
}
