using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>SLOW2001: writes a name that a schema has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNearestName))]
public sealed class UseNearestName() : ReplacingFix(FlagUseRules.UnknownFlag)
{
    private protected override IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place) =>
        from name in (diagnostic.Properties[FixHints.Nearest] ?? "").Split('\n')
        where name is not ""
        select new Replacement($"Change to \"{MessageText.Of(name)}\"", place, _ => SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)));
}
