using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Removal.Reads;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Removal;

/// <summary>SLOW3006: replaces a finished flag with its value, everywhere in the solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFlag),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class RemoveFlag() : FileFix(DriftRules.Finished)
{
    internal override string Title => "Remove the flag";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        RemovedFlag.From(diagnostic) is { } flag
            ? $"Remove {MessageText.Of(flag.Key)}: everybody has {flag.Shown}"
            : Title;

    internal override async Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var flag in diagnostics.Select(RemovedFlag.From).OfType<RemovedFlag>().Distinct())
        {
            solution = await FlagRemoval.RemoveAsync(solution, flag, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
