using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Diagnostics;

/// <summary>The only place that creates diagnostics: whatever a message quotes, it is one short line of the build's
/// output.</summary>
internal static class RuleReport
{
    public static Diagnostic Create(Rule rule, Location place, params string[] arguments) =>
        Create(rule, place, null, arguments);

    /// <param name="rule">The rule.</param>
    /// <param name="place">Where.</param>
    /// <param name="hints">What a fix needs.</param>
    /// <param name="arguments">What the message names.</param>
    public static Diagnostic Create(
        Rule rule, Location place, ImmutableDictionary<string, string?>? hints,
        params IReadOnlyList<string> arguments) =>
        Diagnostic.Create(Descriptors.Of(rule), place, hints, MessageText.Arguments(rule.Message, arguments));
}
