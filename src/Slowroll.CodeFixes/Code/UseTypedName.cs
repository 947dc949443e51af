using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Code;

/// <summary>SLOW2003: replaces a section and a key with the accessor or the typed name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTypedName))]
public sealed class UseTypedName() : ReplacingFix(FlagUseRules.TypedAccessor)
{
    private protected override IEnumerable<Replacement> Replacements(Diagnostic diagnostic, SyntaxNode place)
    {
        if (!diagnostic.Properties.TryGetValue(FixHints.Class, out var className)
            || !diagnostic.Properties.TryGetValue(FixHints.Flag, out var flag))
        {
            return [];
        }

        TypedName name = new(className!, flag!);
        return place is BaseObjectCreationExpressionSyntax creation ? [OfCreation(creation, name)]
            : CallSyntax.CallAround(place) is not InvocationExpressionSyntax call ? []
            : CallSyntax.Name(call) is { Identifier.ValueText: "GetFlag" } method ? [OfFlag(call, method, name)]
            : call.Expression is MemberAccessExpressionSyntax { Expression: var config }
                && CallSyntax.Argument(call, "hashKey", position: 2) is { Expression: var hashKey }
                ? OfValue(call, config, hashKey, name, isOwn: diagnostic.Properties.ContainsKey(FixHints.Own))
            : [];
    }

    private static Replacement OfCreation(BaseObjectCreationExpressionSyntax creation, TypedName name)
    {
        var isName = creation.ArgumentList?.Arguments.Count == 2;
        return new($"Use {name.Short}{(isName ? ".Name" : "")}", creation,
            names => isName ? TypedName.Member(name.In(names), "Name") : name.In(names));
    }

    private static Replacement OfFlag(InvocationExpressionSyntax call, SimpleNameSyntax method, TypedName name) => new(
        $"Use {name.Short}",
        call,
        names => call
            .ReplaceNode(method, SyntaxFactory.IdentifierName("GetFlag").WithTriviaFrom(method))
            .WithArgumentList(Arguments(name.In(names)).WithTriviaFrom(call.ArgumentList)));

    private static IEnumerable<Replacement> OfValue(
        InvocationExpressionSyntax call, ExpressionSyntax config, ExpressionSyntax hashKey, TypedName name, bool isOwn)
    {
        if (isOwn && config is MemberAccessExpressionSyntax { Expression: var flags })
        {
            yield return new($"Use {flags.WithoutTrivia()}.{name.Flag}", call, _ => Asked(flags));
            yield break;
        }

        // The same config comes first: it may differ from the program's.
        yield return new($"Use {name.ClassName} over this config", call, names => Asked(
            SyntaxFactory.ObjectCreationExpression((TypeSyntax)names.Of(name.Class))
                .WithArgumentList(Arguments(config.WithoutTrivia()))));
        yield return new(
            $"Use Flags.{name.ClassName}.{name.Flag}", call, names => Asked(names.Of(name.Ambient, name.ClassName)));

        InvocationExpressionSyntax Asked(ExpressionSyntax owner) =>
            SyntaxFactory.InvocationExpression(TypedName.Member(owner, name.Flag), Arguments(hashKey));
    }

    private static ArgumentListSyntax Arguments(ExpressionSyntax argument) =>
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument)));

    private sealed record TypedName(string Class, string Flag)
    {
        public string ClassName => Class.Substring(Class.LastIndexOf('.') + 1);

        public string Short => $"{ClassName}.Keys.{Flag}";

        /// <summary>The class <c>Flags</c> of the program, beside the schema's class.</summary>
        public string Ambient => $"{Class.Substring(0, Class.Length - ClassName.Length)}Flags";

        public ExpressionSyntax In(TypeNames names) => names.Of(Class, "Keys", Flag);

        public static ExpressionSyntax Member(ExpressionSyntax owner, string member) => TypeNames.Member(owner, member);
    }
}
