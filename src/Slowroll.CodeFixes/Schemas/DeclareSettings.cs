using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Drift.Editing;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW3021: declares the settings of a config in its schema, so that editors know them.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(DeclareSettings),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class DeclareSettings() : FileFix(DriftRules.UndeclaredSettings)
{
    internal override string Title => "Declare the settings in the schema";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        $"Declare the settings in {MessageText.Of(Path.GetFileName(diagnostic.Properties[FixHints.Schema]) ?? "")}";

    internal override async Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // Several configs may have one schema.
        var solution = project.Solution;
        foreach (var path in diagnostics.Select(diagnostic => diagnostic.Properties[FixHints.Schema]).Distinct())
        {
            if (AdditionalFiles.At(solution, path) is not [var file, ..] schemas)
            {
                continue;
            }

            var schema = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (SchemaInsertion.DeclareSettings($"{schema}") is { } insertion)
            {
                solution = AdditionalFiles.With(
                    solution, schemas, schema.WithChanges(new TextChange(new(insertion.Position, 0), insertion.Text)));
            }
        }

        return solution;
    }
}
