using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Private fields that only removed code used: the compiler reports them, but only after compiling the whole
/// program.</summary>
internal static class UnusedFields
{
    private static readonly string[] Warnings = ["CS0067", "CS0169", "CS0414", "CS0649"];

    /// <summary>The members whose change is the cause.</summary>
    public static IReadOnlyCollection<int> Members(
        SemanticModel before, SemanticModel after, CancellationToken cancellationToken)
    {
        var (earlier, later) = (Names(before, cancellationToken), Names(after, cancellationToken));
        List<(int Member, string Name)> lost = [.. earlier
            .Where(use => !later.TryGetValue(use.Key, out var count) || count < use.Value)
            .Select(use => use.Key)];
        HashSet<string> fields = [.. Parts(before, cancellationToken).SelectMany(Fields)];
        if (!lost.Exists(use => fields.Contains(use.Name)))
        {
            return []; // reading the whole program is expensive
        }

        var known = Unused(before, cancellationToken);
        HashSet<string> unused = [.. Unused(after, cancellationToken).Where(name => !known.Contains(name))];
        return [.. lost.Where(use => unused.Contains(use.Name)).Select(use => use.Member).Distinct()];
    }

    private static HashSet<string> Unused(SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<SyntaxTree> trees = [.. Parts(model, cancellationToken).Select(part => part.SyntaxTree)];
        return
        [
            .. model.Compilation.GetDiagnostics(cancellationToken)
                .Where(diagnostic => Warnings.Contains(diagnostic.Id)
                    && diagnostic.Location.SourceTree is { } tree
                    && trees.Contains(tree))
                .Select(diagnostic => diagnostic.Location.SourceTree!.GetRoot(cancellationToken)
                    .FindToken(diagnostic.Location.SourceSpan.Start).ValueText),
        ];
    }

    // The file, and the other parts of its types.
    private static IEnumerable<SyntaxNode> Parts(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        return root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .SelectMany(type => model.GetDeclaredSymbol(type, cancellationToken) is { } symbol
                ? symbol.DeclaringSyntaxReferences
                : ImmutableArray<SyntaxReference>.Empty)
            .Where(part => part.SyntaxTree != model.SyntaxTree)
            .Select(part => part.GetSyntax(cancellationToken))
            .Prepend(root);
    }

    private static IEnumerable<string> Fields(SyntaxNode root) =>
        root.DescendantNodes().OfType<BaseFieldDeclarationSyntax>()
            .Where(field => !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword
                or SyntaxKind.InternalKeyword
                or SyntaxKind.ProtectedKeyword))
            .SelectMany(field => field.Declaration.Variables)
            .Select(variable => variable.Identifier.ValueText);

    private static Dictionary<(int Member, string Name), int> Names(
        SemanticModel model, CancellationToken cancellationToken) =>
        model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
            .GroupBy(name => (Origins.MemberOf(name), name.Identifier.ValueText))
            .ToDictionary(group => group.Key, group => group.Count());
}
