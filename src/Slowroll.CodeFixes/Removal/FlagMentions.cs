using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;
using Slowroll.CodeFixes.Removal.Reads;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;

namespace Slowroll.CodeFixes.Removal;

/// <summary>Finds code that would not compile without a flag: its accessor, its typed name, its value for tests,
/// types that only it needs, and its key in quotes.</summary>
internal sealed class FlagMentions
{
    // The declarations don't depend on the class.
    private static readonly SchemaClass AnyClass =
        new() { FileName = "", Namespace = "", Name = "Schema", IsPublic = false };

    private readonly RemovedFlag _flag;
    private readonly HashSet<string> _names;

    /// <param name="flag">The flag.</param>
    /// <param name="schema">The schema's text.</param>
    /// <param name="without">The schema's text without the flag.</param>
    public FlagMentions(RemovedFlag flag, string schema, string without)
    {
        _flag = flag;
        _names = [flag.Name, .. Types(schema).Except(Types(without))];
    }

    public async Task<bool> AnyAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var project in solution.Projects)
        {
            if (await IsInOtherLanguageAsync(project, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                && project.Language == LanguageNames.CSharp
                && compilation.SyntaxTrees.Any(tree => IsIn(tree, compilation, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    // In Visual Basic, and in pages that no generator has read, only the text can be searched.
    private async Task<bool> IsInOtherLanguageAsync(Project project, CancellationToken cancellationToken)
    {
        var isCSharp = project.Language == LanguageNames.CSharp;
        var options = isCSharp ? RegexOptions.None : RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        var files = isCSharp
            ? project.AdditionalDocuments.Where(file => Path.GetExtension(file.FilePath) is ".razor" or ".cshtml")
            : project.Documents;
        foreach (var file in files)
        {
            var text = (await file.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
            if (_names.Any(name => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)", options)))
            {
                return true;
            }
        }

        return false;
    }

    // Pages and views ask for flags in generated code, too; the generator's own code names every flag.
    private bool IsIn(SyntaxTree tree, Compilation compilation, CancellationToken cancellationToken)
    {
        if (tree.FilePath.Contains(GeneratedCode.Folder))
        {
            return false;
        }

        SemanticModel? model = null;
        var root = tree.GetRoot(cancellationToken);
        var inactive = InactiveText.In(root);
        return _names.Any(inactive.Names)
            || inactive.Quotes(_flag.Key)
            || root.DescendantTokens(descendIntoTrivia: true).Any(token =>
                token.IsKind(SyntaxKind.StringLiteralToken) ? token.ValueText == _flag.Key
                : token.Parent is SimpleNameSyntax name
                    && _names.Contains(token.ValueText)
                    && IsMember(name, model ??= compilation.GetSemanticModel(tree)));
    }

    private bool IsMember(SimpleNameSyntax name, SemanticModel model)
    {
        var found = model.GetSymbolInfo(name);
        var owner = (found.Symbol ?? found.CandidateSymbols.FirstOrDefault())?.ContainingType;
        return _flag.IsIn(owner) || _flag.IsIn(owner?.ContainingType);
    }

    private static IEnumerable<string> Types(string schema) =>
        SchemaReader.Read(schema, AnyClass).Model?.Types.Select(type => type.Name) ?? [];
}
