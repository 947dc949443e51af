using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Matches a known value with constants and patterns.</summary>
internal sealed class KnownPatterns(SemanticModel model)
{
    /// <summary>The flag's value, if it is a constant.</summary>
    public Optional<object?> Value { get; set; }

    /// <summary>Whether a known value equals a constant; null if there is none.</summary>
    public bool? Equal(SyntaxNode known, ExpressionSyntax other) =>
        ConstantOf(known) is { HasValue: true } value ? Same(value.Value, model.GetConstantValue(other)) : null;

    /// <summary>Whether a known value matches a pattern; null if it isn't known.</summary>
    public bool? Matches(PatternSyntax pattern, ExpressionSyntax known) => pattern switch
    {
        _ when !Marks.IsKnown(known) => null,
        DiscardPatternSyntax => true,
        ConstantPatternSyntax constant => Equal(known, constant.Expression),
        ParenthesizedPatternSyntax { Pattern: var inner } => Matches(inner, known),
        UnaryPatternSyntax { Pattern: var inner } => !Matches(inner, known),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either =>
            Or(Matches(either.Left, known), Matches(either.Right, known)),
        BinaryPatternSyntax both => !Or(!Matches(both.Left, known), !Matches(both.Right, known)),
        _ => null,
    };

    /// <summary>The arm that is taken; null if it isn't known.</summary>
    public SwitchExpressionArmSyntax? Arm(SwitchExpressionSyntax choice, ExpressionSyntax known)
    {
        var arm = choice.Arms.FirstOrDefault(arm => Matches(arm.Pattern, known) is not false);
        return arm is { WhenClause: null } && Matches(arm.Pattern, known) is true ? arm : null;
    }

    /// <summary>The section that is taken; null if it isn't known, or there is none.</summary>
    public SwitchSectionSyntax? Section(SwitchStatementSyntax choice, ExpressionSyntax known)
    {
        var labels = choice.Sections.SelectMany(section => section.Labels)
            .Select(label => (label, Matches: Matches(label, known)))
            .ToList();
        return labels.Exists(each => each.Matches is null) ? null
            : (labels.Find(each => each.Matches is true).label
                ?? labels.Find(each => each.label is DefaultSwitchLabelSyntax).label)?.Parent as SwitchSectionSyntax;
    }

    /// <summary>Whether two constants are equal; null if it isn't known how they are compared.</summary>
    public static bool? Same(object? known, Optional<object?> other) =>
        !other.HasValue ? null
        : known is null || other.Value is null || known.GetType() == other.Value.GetType() ? Equals(known, other.Value)
        : IsWhole(known) && IsWhole(other.Value) ? Convert.ToDecimal(known, CultureInfo.InvariantCulture)
            == Convert.ToDecimal(other.Value, CultureInfo.InvariantCulture)
        : null;

    private bool? Matches(SwitchLabelSyntax label, ExpressionSyntax known) => label switch
    {
        CaseSwitchLabelSyntax { Value: var constant } => Equal(known, constant),
        CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: var pattern } => Matches(pattern, known),
        DefaultSwitchLabelSyntax => false, // if no other one matches
        _ => null,
    };

    private Optional<object?> ConstantOf(SyntaxNode known) =>
        Marks.Truth(known) is { } truth ? truth : Marks.IsValue(known) ? Value : default;

    private static bool? Or(bool? one, bool? other) =>
        one is true || other is true ? true : one is null || other is null ? null : false;

    private static bool IsWhole(object number) =>
        number is sbyte or byte or short or ushort or int or uint or long or ulong;
}
