using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>SLOW2005: writes the schema's default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSchemaDefault))]
public sealed class UseSchemaDefault() : ReplacingFix(FlagUseRules.OtherDefault)
{
    private protected override IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place)
    {
        if (diagnostic.Properties[FixHints.Default] is { } expression)
        {
            yield return new($"Change to {MessageText.Of(expression)}", place, _ => CallSyntax.Expression(expression));
        }
    }
}
