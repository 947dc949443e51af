using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.Diagnostics;

/// <summary>All rules about schemas, by id.</summary>
internal static class Descriptors
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        DocumentRules.NotJson,
        DocumentRules.NotASlowrollSchema,
        FlagRules.UnsupportedType,
        FlagRules.NameCollision,
        FlagRules.NoIdentifier,
        FlagRules.MissingDefault,
        FlagRules.WrongDefault,
        KeywordRules.BadReference,
        DocumentRules.ClassCollision,
        KeywordRules.UnreadKeyword,
        KeywordRules.SilentTrap,
        NamingRules.TakenName,
        NamingRules.HiddenFlags);

    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);
}
