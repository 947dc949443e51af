using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Diagnostics;

/// <summary>The one way by which a diagnostic comes into being: whatever its message quotes, it is one short line of the build's
/// output.</summary>
internal static class RuleReport
{
    public static Diagnostic Create(DiagnosticDescriptor rule, Location place, params string[] arguments) =>
        Create(rule, place, null, arguments);

    /// <param name="rule">The rule.</param>
    /// <param name="place">Where.</param>
    /// <param name="hints">What a fix needs.</param>
    /// <param name="arguments">What the message names.</param>
    public static Diagnostic Create(
        DiagnosticDescriptor rule, Location place, ImmutableDictionary<string, string?>? hints, params IReadOnlyList<string> arguments) =>
        Diagnostic.Create(
            rule, place, hints, MessageText.Arguments(rule.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments));
}
