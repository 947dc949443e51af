using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Replaces an expression with another one that has the same type.</summary>
internal sealed class TypedReplacement(SemanticModel model, ReadForms forms)
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>An expression that replaces an old one, with only the parentheses that it needs.</summary>
    /// <param name="kept">The expression.</param>
    /// <param name="old">The old one.</param>
    /// <param name="cause">What is known, so that the old one is replaced.</param>
    public ExpressionSyntax Put(ExpressionSyntax kept, ExpressionSyntax old, SyntaxNode cause)
    {
        var isOperand = old.Parent is ExpressionSyntax
            and not (ParenthesizedExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax);
        while (!isOperand && kept is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            kept = inner;
        }

        var cast = Marks.Reads(cause).Select(read => forms[read].Cast).DefaultIfEmpty(Cast.None).Max();
        var typed = cast is Cast.None ? kept : Typed(kept, old, cast);
        kept = typed == kept || !Marks.IsKnown(kept) ? typed : Marked(typed, kept);
        return Enclosed(Origins.InPlaceOf(kept, old), old).WithTriviaFrom(old);
    }

    public static ExpressionSyntax Not(ExpressionSyntax operand) => SyntaxFactory.PrefixUnaryExpression(
        SyntaxKind.LogicalNotExpression,
        IsAtom(operand) ? operand.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(operand.WithoutTrivia()));

    public static bool IsAtom(ExpressionSyntax expression) => expression is
        IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or BaseObjectCreationExpressionSyntax
        or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;

    private static ExpressionSyntax Marked(ExpressionSyntax cast, ExpressionSyntax known) =>
        Marks.Truth(known) is null ? Marks.MarkValue(cast, known) : cast;

    private ExpressionSyntax Typed(ExpressionSyntax kept, ExpressionSyntax old, Cast cast)
    {
        var (own, whole) = (TypeOf(kept, old), model.GetTypeInfo(old));
        var typed = whole.Type is { } type && !SymbolEqualityComparer.Default.Equals(own, type)
            ? Converted(type, kept, old)
            : kept;
        return cast is Cast.ToConverted
            && whole.ConvertedType is { } converted
            && !SymbolEqualityComparer.Default.Equals(whole.Type, converted)
            ? Converted(converted, typed, old)
            : typed;
    }

    // An original expression has its type.
    private ITypeSymbol? TypeOf(ExpressionSyntax kept, ExpressionSyntax old) =>
        Origins.Of(kept) is { } origin
            && old.DescendantNodesAndSelf().FirstOrDefault(node => Origins.Of(node) == origin) is { } before
            ? model.GetTypeInfo(before).Type
            : model.GetSpeculativeTypeInfo(old.SpanStart, kept, SpeculativeBindingOption.BindAsExpression).Type;

    private CastExpressionSyntax Converted(ITypeSymbol type, ExpressionSyntax value, ExpressionSyntax place) =>
        SyntaxFactory
            .CastExpression(
                SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, place.SpanStart, Format)),
                IsAtom(value) || value is CastExpressionSyntax
                    ? value.WithoutTrivia()
                    : SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()))
            .WithAdditionalAnnotations(new SyntaxAnnotation(Origins.CastKind));

    private static ExpressionSyntax Enclosed(ExpressionSyntax kept, ExpressionSyntax old)
    {
        var isEnclosed = old.Parent is ExpressionSyntax
            and not (ParenthesizedExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax)
            && kept is AssignmentExpressionSyntax or LambdaExpressionSyntax or ConditionalExpressionSyntax
            || kept is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } && JoinsMinus(old)
            || old.Parent is InterpolationSyntax && kept is ConditionalExpressionSyntax
            || old.Parent is MemberAccessExpressionSyntax
                or ElementAccessExpressionSyntax
                or ConditionalAccessExpressionSyntax && !IsAtom(kept);
        return isEnclosed ? SyntaxFactory.ParenthesizedExpression(kept.WithoutTrivia()) : kept;
    }

    // "a -" and "-5" are "a --5", and "(Money)-5" subtracts 5 from Money.
    private static bool JoinsMinus(ExpressionSyntax place) => place.Parent switch
    {
        PrefixUnaryExpressionSyntax or CastExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference => difference.Right == place,
        _ => false,
    };
}
