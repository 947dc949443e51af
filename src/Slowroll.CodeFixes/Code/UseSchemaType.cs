using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>SLOW2002: reads the flag with its own type, and with a default of that type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSchemaType))]
public sealed class UseSchemaType() : ReplacingFix(FlagUseRules.WrongType)
{
    private protected override IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place)
    {
        if (diagnostic.Properties is { } hints
            && hints[FixHints.Type] is { } type
            && hints[FixHints.Default] is { } @default
            && CallSyntax.CallAround(place) is { } call and not ImplicitObjectCreationExpressionSyntax)
        {
            yield return new($"Ask for {MessageText.Of(type.Substring(type.LastIndexOf('.') + 1))}", call,
                _ => Written(call, type, @default));
        }
    }

    private static ExpressionSyntax Written(ExpressionSyntax call, string type, string @default)
    {
        var generic = call.DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault(name => IsNameOf(name, call));
        var old = CallSyntax.Argument(call, "defaultValue", position: int.MaxValue)
            ?? CallSyntax.Argument(call, "default", position: int.MaxValue)
            ?? CallSyntax.Arguments(call)?.Arguments.LastOrDefault(argument => argument.NameColon is null);
        List<SyntaxNode> changed = [];
        if (old is not null)
        {
            changed.Add(old.Expression);
        }

        SyntaxNode? name = generic?.TypeArgumentList.Arguments.FirstOrDefault();

        // From null and the nullable form, the type can't be inferred.
        if (name is null && (type.EndsWith("?", StringComparison.Ordinal) || @default is "null" or "default"))
        {
            name = CallSyntax.Name(call);
        }

        if (name is not null)
        {
            changed.Add(name);
        }

        return call.ReplaceNodes(changed, (node, _) => (node == name
            ? node is IdentifierNameSyntax { Parent: not TypeArgumentListSyntax } plain
                ? WithType(plain, type)
                : CallSyntax.Type(type)
            : CallSyntax.Expression(@default)).WithTriviaFrom(node));
    }

    private static GenericNameSyntax WithType(IdentifierNameSyntax name, string type) => SyntaxFactory.GenericName(
        name.Identifier, SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(CallSyntax.Type(type))));

    private static bool IsNameOf(GenericNameSyntax name, ExpressionSyntax call) => call switch
    {
        ObjectCreationExpressionSyntax { Type: var type } =>
            type.DescendantNodesAndSelf().Contains(name) && name.Parent is not TypeArgumentListSyntax,
        _ => name == CallSyntax.Name(call),
    };
}
