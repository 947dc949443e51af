using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Naming;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>Files beside the code. A file of several projects is a document in each of them. A diagnostic has its
/// path in a form that is safe to print.</summary>
internal static class AdditionalFiles
{
    public static IReadOnlyList<TextDocument> At(Solution solution, string? path) =>
    [
        .. solution.Projects.SelectMany(project => project.AdditionalDocuments).Where(file => IsAt(file, path)),
    ];

    public static bool IsAt(TextDocument file, string? path) =>
        path is not null && (file.FilePath == path || MessageText.Path(file.FilePath ?? "") == path);

    public static Solution With(Solution solution, IEnumerable<TextDocument> files, SourceText text) =>
        files.Aggregate(solution, (changed, file) => changed.WithAdditionalDocumentText(file.Id, text));
}
