using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.CodeFixes.Settling;

/// <summary>A file in which a flag is as good as its value. It depends on nothing but the file and what it means.</summary>
internal static class SettledCode
{
    // Each round makes the next one's expressions simpler; code that needs more is left as it is then.
    private const int MostRounds = 8;

    /// <summary>The file without its reads of the flag, wherever it can do without.</summary>
    public static SyntaxNode Rewrite(SemanticModel model, SettledFlag flag, CancellationToken cancellationToken)
    {
        HashSet<int> refused = [];
        for (;;)
        {
            var settled = InRounds(model, flag, refused, cancellationToken);
            var broken = MemberErrors.New(model, AsWritten(model, settled), cancellationToken);
            if (broken.Count == 0 || !broken.Any(refused.Add))
            {
                return Constants.Unmarked(Notes.Add(settled, flag.Note));
            }

            refused.UnionWith(broken); // a person may see how to go on there
        }
    }

    private static SyntaxNode InRounds(SemanticModel model, SettledFlag flag, HashSet<int> refused, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var root = model.SyntaxTree.GetRoot(cancellationToken);
            var settled = new SettledStatements(model, flag, call => refused.Contains(MemberErrors.MemberOf(call))).Visit(root)!;
            model = With(model, settled);
            model = With(model, UnusedLocals.Remove(model, flag));
            if (model.SyntaxTree.GetRoot(cancellationToken).ToFullString() == root.ToFullString())
            {
                break;
            }
        }

        return model.SyntaxTree.GetRoot(cancellationToken);
    }

    // What a node means, its text need not say: a minus before a minus.
    private static SemanticModel AsWritten(SemanticModel model, SyntaxNode root) => With(model, SyntaxFactory
        .ParseSyntaxTree(root.ToFullString(), (CSharpParseOptions)model.SyntaxTree.Options)
        .GetRoot());

    private static SemanticModel With(SemanticModel model, SyntaxNode root)
    {
        var tree = model.SyntaxTree.WithRootAndOptions(root, model.SyntaxTree.Options);
        return model.Compilation.ReplaceSyntaxTree(model.SyntaxTree, tree).GetSemanticModel(tree);
    }
}
