using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Drift.Editing;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW3002: declares a flag or a section of a config in the schema, with the type of its values.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(DeclareFlag),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class DeclareFlag() : FileFix(DriftRules.Undeclared)
{
    internal override string Title => "Declare it in the schema";

    private protected override string TitleOf(Diagnostic diagnostic) =>
        $"Declare it in {MessageText.Of(Path.GetFileName(diagnostic.Properties[FixHints.Schema]) ?? "")}";

    internal override async Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var diagnostic in diagnostics)
        {
            // With the declarations before this one.
            if (AdditionalFiles.At(solution, diagnostic.Properties[FixHints.Schema]) is not [var file, ..] schemas
                || AdditionalFiles.At(solution, diagnostic.Location.GetLineSpan().Path) is not [var config, ..]
                || diagnostic.Properties[FixHints.Section] is not { } section)
            {
                continue;
            }

            var schema = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var values = $"{await config.GetTextAsync(cancellationToken).ConfigureAwait(false)}";
            var insertion = diagnostic.Properties[FixHints.Key] is { } key
                ? SchemaInsertion.Declare($"{schema}", section, key, values)
                : SchemaInsertion.Declare($"{schema}", section, values);
            if (insertion is not null)
            {
                solution = AdditionalFiles.With(
                    solution, schemas, schema.WithChanges(new TextChange(new(insertion.Position, 0), insertion.Text)));
            }
        }

        return solution;
    }
}
