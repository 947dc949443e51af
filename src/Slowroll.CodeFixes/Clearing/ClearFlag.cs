using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Clearing;

/// <summary>SLOW3006: puts the value that won in the place of a finished flag, everywhere in the solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClearFlag), DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class ClearFlag() : FileFix(DriftRules.Finished)
{
    internal override string Title => "Clear the flag away";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        ClearedFlag.From(diagnostic) is { } flag ? $"Clear {MessageText.Of(flag.Key)} away: everybody has {flag.Shown}" : Title;

    internal override async Task<Solution> MendAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var flag in diagnostics.Select(ClearedFlag.From).OfType<ClearedFlag>().Distinct())
        {
            solution = await FlagClearing.ClearAsync(solution, flag, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
