using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Numbers the nodes of a file, so that each node, and the place that it replaces, is found again after the
/// rewriting.</summary>
internal static class Origins
{
    /// <summary>The number of a node in the original file.</summary>
    public const string Kind = "slowroll.origin";

    /// <summary>The number of the node that it replaces.</summary>
    public const string PlaceKind = "slowroll.place";

    /// <summary>A cast that the fix added.</summary>
    public const string CastKind = "slowroll.cast";

    /// <summary>The number for top-level code, which is no member.</summary>
    public const int TopLevel = -1;

    public static SyntaxNode Number(SyntaxNode root)
    {
        var next = 0;
        return root.ReplaceNodes(
            root.DescendantNodesAndSelf(),
            (_, node) => node.WithAdditionalAnnotations(new SyntaxAnnotation(Kind, $"{next++}")));
    }

    /// <summary>The number of a node; null if it was not in the file.</summary>
    public static int? Of(SyntaxNode node) =>
        node.GetAnnotations(Kind).FirstOrDefault() is { Data: { } number } ? Parsed(number) : null;

    /// <summary>Marks a node as the replacement of another one, and of all that this one replaced.</summary>
    public static T InPlaceOf<T>(T node, SyntaxNode old) where T : SyntaxNode
    {
        var placed = node.WithAdditionalAnnotations(old.GetAnnotations(PlaceKind));
        return Of(old) is { } number && number != Of(node)
            ? placed.WithAdditionalAnnotations(new SyntaxAnnotation(PlaceKind, $"{number}"))
            : placed;
    }

    /// <summary>The nodes that a node replaces.</summary>
    public static IEnumerable<int> Places(SyntaxNode node) =>
        node.GetAnnotations(PlaceKind).Select(mark => Parsed(mark.Data!));

    public static bool IsOurCast(SyntaxNode? node) => node?.HasAnnotations(CastKind) is true;

    /// <summary>The member that contains a node; top-level code counts as one.</summary>
    public static int MemberOf(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(each => each is MemberDeclarationSyntax or CompilationUnitSyntax)
            is { } member and not GlobalStatementSyntax
            ? member is CompilationUnitSyntax ? TopLevel : Of(member) ?? TopLevel
            : TopLevel;

    /// <summary>The member with a number in a file.</summary>
    public static SyntaxNode Member(SyntaxNode root, int member) =>
        member == TopLevel
            ? root
            : root.DescendantNodes(IsAboveMembers).First(node => node is MemberDeclarationSyntax && Of(node) == member);

    /// <summary>The nodes of a member, without those of members inside it.</summary>
    public static IEnumerable<SyntaxNode> NodesOf(SyntaxNode member) =>
        member.DescendantNodesAndSelf(node => node == member || !IsMember(node))
            .Where(node => node == member || !IsMember(node));

    /// <summary>Whether a node is a member; top-level code is none.</summary>
    public static bool IsMember(SyntaxNode node) => node is MemberDeclarationSyntax and not GlobalStatementSyntax;

    public static int Parsed(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static bool IsAboveMembers(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    /// <summary>The nodes of a file by their numbers.</summary>
    public static IReadOnlyDictionary<int, SyntaxNode> Table(SyntaxNode root)
    {
        Dictionary<int, SyntaxNode> table = [];
        foreach (var node in root.DescendantNodesAndSelf())
        {
            if (Of(node) is { } number)
            {
                table[number] = node;
            }
        }

        return table;
    }
}
