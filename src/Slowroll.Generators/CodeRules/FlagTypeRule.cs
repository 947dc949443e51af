using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2002: a type that is not the flag's. Any JSON and the nullable form can read all values of the
/// flag.</summary>
internal static class FlagTypeRule
{
    public static Diagnostic? Check(FlagMention mention, IReadOnlyList<KnownFlag> flags, RuntimeTypes types)
    {
        if (mention.ValueType is not { TypeKind: not (TypeKind.TypeParameter or TypeKind.Error) } asked
            || SymbolEqualityComparer.Default.Equals(asked, types.JsonElement)
            || flags.Any(flag => Reads(asked, flag)))
        {
            return null;
        }

        var (path, flag) = (flags[0].Path, flags[0].Flag);
        return RuleReport.Create(
            FlagUseRules.WrongType,
            mention.TypeSyntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(FixHints.Type, flag.TypeName)
                .Add(FixHints.Default, flag.Default.Expression),
            path,
            MessageText.Of(ShortName(flag.TypeName)),
            MessageText.Of(asked.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    /// <summary>Whether the type is the flag's own, nullable or not.</summary>
    public static bool IsExact(ITypeSymbol asked, KnownFlag flag) =>
        asked.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == OwnName(flag);

    private static bool Reads(ITypeSymbol asked, KnownFlag flag)
    {
        var name = asked.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return name == OwnName(flag) || name == $"{OwnName(flag)}?" || !IsUntyped(flag);
    }

    // string? is string to the compiler, int? is a type of its own.
    private static string OwnName(KnownFlag flag) =>
        flag.Flag.AllowsNull ? flag.Flag.TypeName.TrimEnd('?') : flag.Flag.TypeName;

    // A generated type can't be read by plain names; such code reads parts of the JSON.
    private static bool IsUntyped(KnownFlag flag) =>
        !flag.Flag.TypeName.Contains('<') && (!flag.Flag.TypeName.StartsWith("global::", StringComparison.Ordinal)
            || flag.Flag.TypeName.StartsWith("global::System.", StringComparison.Ordinal));

    private static string ShortName(string typeName) => typeName.Substring(typeName.LastIndexOf('.') + 1);
}
