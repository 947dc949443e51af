using Microsoft.CodeAnalysis;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Whether rewritten members do the same as before.</summary>
internal sealed class Verification(SemanticModel before, CancellationToken cancellationToken)
{
    private readonly SameMeaning _meaning = new(before);
    private readonly Lazy<IReadOnlyDictionary<int, SyntaxNode>> _table =
        new(() => Origins.Table(before.SyntaxTree.GetRoot(cancellationToken)));
    private readonly NewDiagnostics _diagnostics = new(before, cancellationToken);

    public bool Holds(int member, SemanticModel after) => Doubtful([member], after).Count == 0;

    /// <summary>The original nodes next to a difference in a member; none if they aren't known.</summary>
    public IReadOnlyList<SyntaxNode> Culprits(int member, SemanticModel after)
    {
        var table = _table.Value;
        return
        [
            .. _diagnostics.Places(member, after).Concat(_meaning.Changed(member, after))
                .Select(place =>
                    place.AncestorsAndSelf().Select(Origins.Of).FirstOrDefault(number => number is not null))
                .OfType<int>()
                .Select(number => table[number]),
        ];
    }

    /// <summary>The members that may do something else.</summary>
    public IReadOnlyCollection<int> Doubtful(IReadOnlyCollection<int> members, SemanticModel after)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var root = after.SyntaxTree.GetRoot(cancellationToken);
        HashSet<int> doubtful = [
            .. SameStructure.Misread(members, before.SyntaxTree.GetRoot(cancellationToken), root),
            .. members.Where(member => !SameStructure.IsIn(member, before.SyntaxTree.GetRoot(cancellationToken), root))
        ];
        if (!members.All(doubtful.Contains))
        {
            doubtful.UnionWith(_diagnostics.Members(members, after));
            doubtful.UnionWith(members.Where(member => !doubtful.Contains(member) && !_meaning.IsIn(member, after)));
        }

        doubtful.IntersectWith(members);
        return doubtful;
    }
}
