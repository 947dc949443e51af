using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.Diagnostics;

/// <summary>All rules about configs, by id.</summary>
internal static class DriftDescriptors
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        ConfigRules.NotJson,
        DeclarationRules.Undeclared,
        DeclarationRules.Missing,
        DeclarationRules.WrongType,
        RolloutRules.UnreadableRollout,
        RolloutRules.Finished,
        RolloutRules.UnknownField,
        ConfigRules.DuplicateName,
        RolloutRules.EqualValues,
        RolloutRules.TakesAway,
        ConfigRules.NotForPython,
        ConfigRules.Unclear,
        RolloutRules.NoEffect);

    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);
}
