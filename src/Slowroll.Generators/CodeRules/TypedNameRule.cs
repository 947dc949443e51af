using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2003: plain names of flags that have an accessor and a typed name.</summary>
internal static class TypedNameRule
{
    public static Diagnostic? Check(FlagMention mention, IReadOnlyList<KnownFlag> flags)
    {
        if (!mention.IsTypable
            || flags is not [var known]
            || mention.ValueType is { } asked && !FlagTypeRule.IsExact(asked, known))
        {
            return null;
        }

        var (schemaClass, flag) = (known.Class, known.Flag);
        var hints = ImmutableDictionary<string, string?>.Empty
            .Add(FixHints.Class, schemaClass.FullName)
            .Add(FixHints.Flag, flag.Name);
        if (mention.OwnerClass == $"global::{schemaClass.FullName}")
        {
            hints = hints.Add(FixHints.Own, null);
        }

        // If the default may differ from the schema's, a person must decide.
        var isSame = mention.Default is not { } @default || FlagDefaultRule.IsSame(@default, known);
        return RuleReport.Create(
            FlagUseRules.TypedAccessor,
            mention.NameSyntax.GetLocation(),
            isSame ? hints : ImmutableDictionary<string, string?>.Empty,
            known.Path,
            mention.IsRead
                ? $"{schemaClass.Name}.{MessageText.Of(flag.Name)}({MessageText.Of(flag.HashKey)})"
                : $"{schemaClass.Name}.Keys.{MessageText.Of(flag.Name)}");
    }
}
