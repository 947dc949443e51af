using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Compares a rewritten file with the original: whether all that remains has the same meaning.</summary>
internal sealed class SameMeaning(SemanticModel before)
{
    private readonly IReadOnlyDictionary<int, SyntaxNode> _nodes = Origins.Table(before.SyntaxTree.GetRoot());
    private readonly Dictionary<int, Meaning?> _known = [];

    /// <summary>Whether everything in a member has the same meaning.</summary>
    public bool IsIn(int member, SemanticModel after) => !Changed(member, after).Any();

    /// <summary>The nodes of a member with another meaning.</summary>
    public IEnumerable<SyntaxNode> Changed(int member, SemanticModel after) =>
        Origins.NodesOf(Origins.Member(after.SyntaxTree.GetRoot(), member)).Where(node => !IsSame(node, after));

    private bool IsSame(SyntaxNode node, SemanticModel after)
    {
        var (origin, places) = (Origins.Of(node), Origins.Places(node).ToList());
        if (origin is null && places.Count == 0 && !Origins.IsOurCast(node))
        {
            return true; // it was added with another node
        }

        if (Meaning.Of(node, after) is not { } now)
        {
            return true;
        }

        var own = origin is { } number ? Before(number) : null;
        if (own is not null && (own.Own != now.Own || own.Type != now.Type))
        {
            return false;
        }

        return Origins.IsOurCast(node) && after.GetSymbolInfo(node).Symbol is not null ? false
            : places.Count > 0 ? FitsPlaces(now, own, places, IsFree(node))
            : own is null || IsFree(node) || own.IsConvertedLike(now);
    }

    // It is a statement of its own now, or the operand of an added cast.
    private static bool IsFree(SyntaxNode node)
    {
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax && Origins.Of(parent) is null)
        {
            parent = parent.Parent;
        }

        return Origins.IsOurCast(parent) || parent is ExpressionStatementSyntax && Origins.Of(parent) is null;
    }

    // The code around it sees no difference: the type and the conversion are the same.
    private bool FitsPlaces(Meaning now, Meaning? own, IReadOnlyList<int> places, bool isFree)
    {
        var outermost = Before(places.OrderByDescending(place => _nodes[place].Span.Length).First())!;
        return places.All(place => FitsType(now, own, Before(place)!))
            && (isFree || (now.Type == outermost.Type
                ? now.IsConvertedLike(outermost)
                : now.Converted == outermost.Converted && outermost.Conversion == ""));
    }

    private static bool FitsType(Meaning now, Meaning? own, Meaning place) =>
        now.Type == place.Type
        // It had the same implicit conversion there.
        || place.IsTypeless && own?.Converted == now.Converted && own.Conversion == now.Conversion
        || now.IsTypeless && (now.IsNull || now.Converted == place.Type)
        || own is null && now.Type == place.Converted;

    private Meaning? Before(int number)
    {
        if (!_known.TryGetValue(number, out var meaning))
        {
            _known[number] = meaning = Meaning.Of(_nodes[number], before);
        }

        return meaning;
    }
}
