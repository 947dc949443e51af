using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Drift.Editing;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW3020: gives a flag that has not begun a salt, so that other hash keys get its <c>new</c>
/// first.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(AddSalt),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class AddSalt() : FileFix(DriftRules.SameOrder)
{
    internal override string Title => "Add a salt";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixHints.Key, out var key) && key is not null
            ? $"Add a salt to '{MessageText.Of(key)}'"
            : Title;

    internal override async Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var diagnostic in diagnostics)
        {
            // Without hints the flag has begun, or that isn't known.
            if (!diagnostic.Properties.TryGetValue(FixHints.Section, out var section) || section is null
                || !diagnostic.Properties.TryGetValue(FixHints.Key, out var key) || key is null
                || AdditionalFiles.At(solution, diagnostic.Location.GetLineSpan().Path) is not [var file, ..] configs)
            {
                continue;
            }

            // With the salts before this one.
            var config = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (ConfigInsertion.Salt($"{config}", section, key) is { } insertion)
            {
                solution = AdditionalFiles.With(
                    solution, configs, config.WithChanges(new TextChange(new(insertion.Position, 0), insertion.Text)));
            }
        }

        return solution;
    }
}
