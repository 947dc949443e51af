using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Holds a file that was rewritten against what it was: whether everything that remains means what it meant.</summary>
internal sealed class SameMeaning(SemanticModel before)
{
    private readonly IReadOnlyDictionary<int, SyntaxNode> _nodes = Origins.Table(before.SyntaxTree.GetRoot());
    private readonly Dictionary<int, Meaning?> _known = [];

    /// <summary>Whether nothing in a member means something else.</summary>
    public bool IsIn(int member, SemanticModel after) => !Changed(member, after).Any();

    /// <summary>What means something else in a member.</summary>
    public IEnumerable<SyntaxNode> Changed(int member, SemanticModel after) =>
        Origins.NodesOf(Origins.Member(after.SyntaxTree.GetRoot(), member)).Where(node => !IsSame(node, after));

    private bool IsSame(SyntaxNode node, SemanticModel after)
    {
        var (origin, places) = (Origins.Of(node), Origins.Places(node).ToList());
        if (origin is null && places.Count == 0 && !Origins.IsOurCast(node))
        {
            return true; // it has come with another one
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

    // A statement of its own now, or what a cast of ours converts.
    private static bool IsFree(SyntaxNode node)
    {
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax && Origins.Of(parent) is null)
        {
            parent = parent.Parent;
        }

        return Origins.IsOurCast(parent) || parent is ExpressionStatementSyntax && Origins.Of(parent) is null;
    }

    // Nobody around it sees a difference: it has the type that was there, and is converted as that was.
    private bool FitsPlaces(Meaning now, Meaning? own, IReadOnlyList<int> places, bool isFree)
    {
        var outermost = Before(places.OrderByDescending(place => _nodes[place].Span.Length).First())!;
        return places.All(place => FitsType(now, own, Before(place)!))
            && (isFree || (now.Type == outermost.Type ? now.IsConvertedLike(outermost) : now.Converted == outermost.Converted && outermost.Conversion == ""));
    }

    private static bool FitsType(Meaning now, Meaning? own, Meaning place) =>
        now.Type == place.Type
        || place.IsTypeless && own?.Converted == now.Converted && own.Conversion == now.Conversion // it was converted by itself there, too
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
