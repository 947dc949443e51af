using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>SLOW2007: uses the host's full name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseHostKey))]
public sealed class UseHostKey() : ReplacingFix(FlagUseRules.MachineNameHashKey)
{
    private const string HashKey = "Slowroll.HashKey";

    private protected override IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place)
    {
        if (diagnostic.Properties[FixHints.HostKey] is not { } hostKey)
        {
            yield break;
        }

        // HashKey.Host is hashed already: no text needs to be converted.
        yield return place is
        {
            Parent.Parent: ArgumentListSyntax
            {
                Arguments.Count: 1,
                Parent: BaseObjectCreationExpressionSyntax creation
            }
        }
            ? new("Use HashKey.Host", creation, names => names.Of(HashKey, "Host"))
            : new($"Use {hostKey}", place, names => names.Of(HashKey, hostKey.Split('.').Skip(1).ToArray()));
    }
}
