using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.Generators.CodeRules;

/// <summary>Finds the code that Razor makes of <c>.razor</c> and <c>.cshtml</c> files. It is generated code, which
/// most analyzers ignore; what a person wrote is mapped to its original line.</summary>
internal static class RazorFiles
{
    private static readonly string[] Endings = ["razor.g.cs", "cshtml.g.cs"];

    public static bool IsOne(SyntaxTree file) =>
        Array.Exists(Endings, ending => file.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The calls, creations and references in all of them.</summary>
    public static IEnumerable<IOperation> Operations(Compilation compilation, CancellationToken cancellationToken)
    {
        // Semantic models are made only for these files, and once.
#pragma warning disable RS1030
        return compilation.SyntaxTrees.Where(IsOne)
            .SelectMany(file => Operations(compilation.GetSemanticModel(file), cancellationToken));
#pragma warning restore RS1030
    }

    /// <summary>The calls, creations and references in one of them that a person wrote.</summary>
    public static IEnumerable<IOperation> Operations(SemanticModel model, CancellationToken cancellationToken) =>
        from node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes()
        where node is InvocationExpressionSyntax
            or BaseObjectCreationExpressionSyntax
            or MemberAccessExpressionSyntax
            or TypeOfExpressionSyntax
        where IsMapped(node.GetLocation())
        let operation = model.GetOperation(node, cancellationToken)
        where operation is not null
        select operation;

    /// <summary>Whether a place is mapped to the file that a person wrote.</summary>
    public static bool IsMapped(Location place) => place.GetMappedLineSpan().HasMappedPath;
}
