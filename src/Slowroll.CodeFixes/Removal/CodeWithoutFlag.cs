using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;
using Slowroll.CodeFixes.Removal.Reads;
using Slowroll.CodeFixes.Removal.Rewriting;

namespace Slowroll.CodeFixes.Removal;

/// <summary>Rewrites a file without a flag. A result is used only if it is proven to do the same as before. Otherwise
/// the read that is the cause is simplified less, until it stays as it is. Only the file and its meaning are
/// used.</summary>
internal sealed class CodeWithoutFlag
{
    // Each round simplifies what the one before made simpler. Code that needs more rounds stays as it is then.
    private const int MostRounds = 8;

    // In a member with more reads, those next to a difference count as its cause: fewer tries, but less is
    // simplified.
    private const int MostTried = 8;

    private readonly SemanticModel _model;
    private readonly RemovedFlag _flag;
    private readonly Verification _verification;
    private readonly CancellationToken _cancellationToken;

    private CodeWithoutFlag(SemanticModel model, RemovedFlag flag, CancellationToken cancellationToken) =>
        (_model, _flag, _verification, _cancellationToken) =
            (model, flag, new(model, cancellationToken), cancellationToken);

    /// <summary>The file without its reads of the flag, where that is possible.</summary>
    public static SyntaxNode Rewrite(SemanticModel model, RemovedFlag flag, CancellationToken cancellationToken)
    {
        model = With(model, Origins.Number(model.SyntaxTree.GetRoot(cancellationToken)));
        CodeWithoutFlag code = new(model, flag, cancellationToken);
        var reads = model.SyntaxTree.GetRoot(cancellationToken)
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => flag.Accessor(model, call) is not null)
            .GroupBy(Origins.MemberOf, call => Origins.Of(call)!.Value);
        return Marks.Unmarked(Notes.Add(code
            .Best(reads.ToDictionary(member => member.Key, member => member.ToList())).SyntaxTree
            .GetRoot(cancellationToken), flag.Note));
    }

    private SemanticModel Best(Dictionary<int, List<int>> reads)
    {
        ReadForms forms = new();
        while (true)
        {
            var rewritten = InRounds(reads.Keys, forms);
            var doubtful = _verification.Doubtful(reads.Keys, rewritten);
            if (doubtful.Count > 0 && !doubtful.ToList().ConvertAll(member => Lower(member, reads[member], forms)
                || reads[member].ConvertAll(forms.Leave).Contains(true)).Contains(true))
            {
                return _model;
            }

            if (doubtful.Count == 0
                && !UnusedFields.Members(_model, rewritten, _cancellationToken)
                    .Where(reads.ContainsKey)
                    .SelectMany(member => reads[member])
                    .ToList()
                    .ConvertAll(forms.Leave)
                    .Contains(true))
            {
                return rewritten;
            }
        }
    }

    // Usually one read is the cause, and only that one must stay. It is searched in a file with only its member.
    private bool Lower(int member, List<int> reads, ReadForms forms)
    {
        CodeWithoutFlag part = new(
            With(_model, IsolatedMember.In(_model.SyntaxTree.GetRoot(_cancellationToken), member)),
            _flag,
            _cancellationToken);
        var isNew = reads.Count <= MostTried && part.Try(member, reads, forms);
        while (true)
        {
            var rewritten = part.InRounds([member], forms.Only(reads));
            if (part._verification.Holds(member, rewritten))
            {
                return isNew;
            }

            isNew = part.Blamed(member, reads, forms, rewritten).ConvertAll(forms.Lower).Contains(true)
                || reads.ConvertAll(forms.Lower).Contains(true);
            if (!isNew)
            {
                return false;
            }
        }
    }

    // Tries each read separately.
    private bool Try(int member, List<int> reads, ReadForms forms)
    {
        var isNew = false;
        foreach (var read in reads)
        {
            var alone = forms.Only(read);
            while (!_verification.Holds(member, InRounds([member], alone)) && alone.Lower(read))
            {
            }

            isNew |= forms.Take(read, alone);
        }

        return isNew;
    }

    // The nearest reads that are replaced.
    private List<int> Blamed(int member, List<int> reads, ReadForms forms, SemanticModel rewritten)
    {
        HashSet<int> made = [.. reads.Where(read => forms[read].IsReplaced)];
        return
        [
            .. _verification.Culprits(member, rewritten)
                .SelectMany(culprit => culprit.AncestorsAndSelf()
                    .Select(around =>
                        around.DescendantNodesAndSelf().Select(Origins.Of).OfType<int>().Where(made.Contains).ToList())
                    .FirstOrDefault(near => near.Count > 0) ?? [])
                .Distinct(),
        ];
    }

    private SemanticModel InRounds(IReadOnlyCollection<int> members, ReadForms forms)
    {
        var model = _model;
        for (var round = 0; round < MostRounds; round++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var root = model.SyntaxTree.GetRoot(_cancellationToken);
            model = With(model, new SimplifiedStatements(model, _flag, members, forms).Rewrite(root));
            model = With(model, UnusedLocals.Remove(model, _flag, members));
            model = With(model, Lines.WithDirectivesFirst(model.SyntaxTree.GetRoot(_cancellationToken)));
            if (model.SyntaxTree.GetRoot(_cancellationToken).ToFullString() == root.ToFullString())
            {
                break;
            }
        }

        return model;
    }

    private static SemanticModel With(SemanticModel model, SyntaxNode root)
    {
        if (root == model.SyntaxTree.GetRoot())
        {
            return model;
        }

        var tree = model.SyntaxTree.WithRootAndOptions(root, model.SyntaxTree.Options);
        return model.Compilation.ReplaceSyntaxTree(model.SyntaxTree, tree).GetSemanticModel(tree);
    }
}
