using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about one rollout.</summary>
internal static class RolloutRules
{
    public static readonly DiagnosticDescriptor UnreadableRollout = new(
        DriftRules.UnreadableRollout,
        "A rollout can be read",
        "The rollout of flag '{0}' can not be read: {1}",
        Categories.Drift,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The running program would answer the default of the flag. Build and program read durations, times, percentages and patterns by the same code.",
        RulePage.Of(DriftRules.UnreadableRollout));

    public static readonly DiagnosticDescriptor Finished = new(
        DriftRules.Finished,
        "A finished rollout is cleared away",
        "The rollout of flag '{0}' finished on {1}: {2}",
        Categories.Drift,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "As of SlowrollAsOf, and after SlowrollGracePeriod, everybody is on one side for good.",
        RulePage.Of(DriftRules.Finished));

    public static readonly DiagnosticDescriptor UnknownField = new(
        DriftRules.UnknownField,
        "A rollout has known fields",
        "\"{0}\" of flag '{1}' is no {2} and is not read{3}",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A field that nobody reads is a slip of the finger, or belongs into the schema.",
        RulePage.Of(DriftRules.UnknownField));

    public static readonly DiagnosticDescriptor EqualValues = new(
        DriftRules.EqualValues,
        "Old and new value differ",
        "'stable' and 'new' of flag '{0}' are equal, so the rollout changes nothing",
        Categories.Drift,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Both sides of the rollout are the same value.",
        RulePage.Of(DriftRules.EqualValues));

    public static readonly DiagnosticDescriptor NoEffect = new(
        DriftRules.NoEffect,
        "What a rollout says has an effect",
        "\"{0}\" of flag '{1}' has no effect: {2}",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The rollout can be read, and something in it does nothing for anybody.",
        RulePage.Of(DriftRules.NoEffect));

    public static readonly DiagnosticDescriptor TakesAway = new(
        DriftRules.TakesAway,
        "A later rollout takes nothing away",
        "Flag '{0}' takes 'new' away from {1} if it replaces '{2}'{3}; {4}",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Hosts that the earlier snapshot put on the new value would go back to the old one.",
        RulePage.Of(DriftRules.TakesAway));
}
