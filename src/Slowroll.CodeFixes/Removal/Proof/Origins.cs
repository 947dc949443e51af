using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Numbers the nodes of a file, so that each is found again in what the file becomes, and so is the place that it stands in.</summary>
internal static class Origins
{
    /// <summary>Which node of the file it was.</summary>
    public const string Kind = "slowroll.origin";

    /// <summary>In the place of which node it stands now.</summary>
    public const string PlaceKind = "slowroll.place";

    /// <summary>A cast that nobody wrote.</summary>
    public const string CastKind = "slowroll.cast";

    /// <summary>What stands for code at the top level: a member without a number.</summary>
    public const int TopLevel = -1;

    public static SyntaxNode Number(SyntaxNode root)
    {
        var next = 0;
        return root.ReplaceNodes(root.DescendantNodesAndSelf(), (_, node) => node.WithAdditionalAnnotations(new SyntaxAnnotation(Kind, $"{next++}")));
    }

    /// <summary>The number of a node; null if it was not in the file.</summary>
    public static int? Of(SyntaxNode node) => node.GetAnnotations(Kind).FirstOrDefault() is { Data: { } number } ? Parsed(number) : null;

    /// <summary>A node that stands where another one stood, and where that one stood in the place of others.</summary>
    public static T InPlaceOf<T>(T node, SyntaxNode old) where T : SyntaxNode
    {
        var placed = node.WithAdditionalAnnotations(old.GetAnnotations(PlaceKind));
        return Of(old) is { } number && number != Of(node) ? placed.WithAdditionalAnnotations(new SyntaxAnnotation(PlaceKind, $"{number}")) : placed;
    }

    /// <summary>The nodes in whose places a node stands.</summary>
    public static IEnumerable<int> Places(SyntaxNode node) => node.GetAnnotations(PlaceKind).Select(mark => Parsed(mark.Data!));

    public static bool IsOurCast(SyntaxNode? node) => node?.HasAnnotations(CastKind) is true;

    /// <summary>The member that a node is in; code at the top level counts as one.</summary>
    public static int MemberOf(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(each => each is MemberDeclarationSyntax or CompilationUnitSyntax) is { } member and not GlobalStatementSyntax
            ? member is CompilationUnitSyntax ? TopLevel : Of(member) ?? TopLevel
            : TopLevel;

    /// <summary>The member of a number, as it is in a file.</summary>
    public static SyntaxNode Member(SyntaxNode root, int member) =>
        member == TopLevel ? root : root.DescendantNodes(IsAboveMembers).First(node => node is MemberDeclarationSyntax && Of(node) == member);

    /// <summary>What belongs to a member, without the members in it.</summary>
    public static IEnumerable<SyntaxNode> NodesOf(SyntaxNode member) =>
        member.DescendantNodesAndSelf(node => node == member || !IsMember(node)).Where(node => node == member || !IsMember(node));

    /// <summary>Whether a node is a member, which code at the top level is not.</summary>
    public static bool IsMember(SyntaxNode node) => node is MemberDeclarationSyntax and not GlobalStatementSyntax;

    public static int Parsed(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static bool IsAboveMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

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
