using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Removes locals and local functions that were used and no longer are, unless their initial value has an
/// effect.</summary>
internal sealed class UnusedLocals : StatementRewriter
{
    private readonly HashSet<SyntaxNode> _unused;

    private UnusedLocals(HashSet<SyntaxNode> unused, IReadOnlyCollection<int> members)
        : base(members) => _unused = unused;

    /// <summary>The code without these; the same if there are none.</summary>
    public static SyntaxNode Remove(SemanticModel model, RemovedFlag flag, IReadOnlyCollection<int> members)
    {
        var root = model.SyntaxTree.GetRoot();
        Effects effects = new(model, flag);
        var inactive = InactiveText.In(root);
        HashSet<SyntaxNode> unused = [.. root.GetAnnotatedNodes(Marks.Used)
            .Where(node => CanGo(node, effects) && !IsNamed(node, root, model, inactive))];
        return unused.Count == 0 ? root : new UnusedLocals(unused, members).Rewrite(root);
    }

    protected override Reduction Reduced(StatementSyntax node, bool canUnwrap)
    {
        if (_unused.Contains(node))
        {
            return Reduction.Nothing;
        }

        if (node is not LocalDeclarationStatementSyntax { Declaration: var declaration } local
            || !declaration.Variables.Any(_unused.Contains))
        {
            return Reduction.Same((StatementSyntax)Visit(node)!);
        }

        var kept = declaration.Variables;
        foreach (var variable in declaration.Variables.Where(_unused.Contains))
        {
            kept = kept.RemoveAt(kept.IndexOf(each => Origins.Of(each) == Origins.Of(variable)));
        }

        return kept.Count == 0
            ? Reduction.Nothing
            : Reduction.Same(local.WithDeclaration(declaration.WithVariables(kept)));
    }

    private static bool CanGo(SyntaxNode node, Effects effects) => node switch
    {
        VariableDeclaratorSyntax
        {
            Parent.Parent: LocalDeclarationStatementSyntax
            {
                UsingKeyword.RawKind: 0,
                AwaitKeyword.RawKind: 0
            }
        } local =>
            local.Initializer is null || effects.IsFree(local.Initializer.Value),
        LocalFunctionStatementSyntax => true,
        _ => false,
    };

    private static bool IsNamed(SyntaxNode declaration, SyntaxNode root, SemanticModel model, InactiveText inactive)
    {
        var symbol = model.GetDeclaredSymbol(declaration);
        return symbol is null
            || inactive.Names(symbol.Name)
            || (declaration.Ancestors().FirstOrDefault(Origins.IsMember) ?? root).DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Any(name =>
            name.Identifier.ValueText == symbol.Name
            && !declaration.Span.Contains(name.Span)
            && model.GetSymbolInfo(name) is var found
            && (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is var named
            && SymbolEqualityComparer.Default.Equals(named?.OriginalDefinition, symbol.OriginalDefinition));
    }
}
