using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Locals that only have the flag's value, and locals that were used.</summary>
internal sealed class KnownLocals(SemanticModel model, IReadOnlyCollection<int> members)
{
    private readonly Dictionary<ISymbol, ExpressionSyntax> _known = new(SymbolEqualityComparer.Default);
    private readonly InactiveText _inactive = InactiveText.In(model.SyntaxTree.GetRoot());
    private ILookup<ISymbol?, IdentifierNameSyntax>? _names;

    // A local is used after its declaration, so it was noted before.
    private ILookup<ISymbol?, IdentifierNameSyntax> Names => _names ??= members
        .SelectMany(member => Origins.NodesOf(Origins.Member(model.SyntaxTree.GetRoot(), member)))
        .OfType<IdentifierNameSyntax>()
        .ToLookup(name => model.GetSymbolInfo(name).Symbol is { Kind: SymbolKind.Local }
            or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            ? model.GetSymbolInfo(name).Symbol
            : null, SymbolEqualityComparer.Default);

    /// <summary>Notes the initial value of a local.</summary>
    public void Note(VariableDeclaratorSyntax declarator, ExpressionSyntax? value)
    {
        if (Marks.IsKnown(value)
            && model.GetDeclaredSymbol(declarator) is ILocalSymbol { IsRef: false, IsUsing: false } local
            && declarator.Initializer?.Value is { } given
            && SymbolEqualityComparer.Default.Equals(local.Type, model.GetTypeInfo(given).Type)
            && !_inactive.Names(local.Name)
            && Names[local].All(name => LocalReads.IsRead(name, model)))
        {
            _known[local] = value!;
        }
    }

    /// <summary>The value of a name, if it is known and can replace the name.</summary>
    public ExpressionSyntax? ValueOf(IdentifierNameSyntax name) =>
        _known.Count > 0
        && model.GetSymbolInfo(name).Symbol is ILocalSymbol local
        && _known.TryGetValue(local, out var value)
        && !LocalReads.IsName(name)
            ? value
            : null;

    /// <summary>Whether a declaration is used.</summary>
    public bool IsUsed(SyntaxNode declaration) =>
        model.GetDeclaredSymbol(declaration) is { } symbol && Names.Contains(symbol);

    /// <summary>Whether a declaration in one of two nodes is used outside both.</summary>
    public bool IsNamedOutside(SingleVariableDesignationSyntax name, SyntaxNode one, SyntaxNode other) =>
        model.GetDeclaredSymbol(name) is { } symbol
        && (Names[symbol].Any(each => !one.Span.Contains(each.Span) && !other.Span.Contains(each.Span))
            || _inactive.Names(symbol.Name));
}
