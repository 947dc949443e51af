using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Code;

namespace Slowroll.CodeFixes.Settling;

/// <summary>Puts the value in the place of the flag, and makes the expressions around it as simple as they become. Every question
/// is about the nodes as they were; what is known of a new one is marked on it.</summary>
internal abstract class SettledExpressions(SemanticModel model, SettledFlag flag, Func<SyntaxNode, bool> isLeftAlone) : StatementRewriter
{
    private readonly SideEffects _effects = new(model, flag);
    private readonly SettledLocals _locals = new(model);
    private readonly SettledPatterns _patterns = new(model);
    private readonly Dictionary<StatementSyntax, List<ExpressionSyntax>> _before = [];

    protected SettledPatterns Patterns => _patterns;

    protected SettledLocals Locals => _locals;

    /// <summary>What must be done before a statement, since its place in it is gone.</summary>
    protected override IReadOnlyList<ExpressionSyntax> Before(StatementSyntax statement) =>
        _before.TryGetValue(statement, out var kept) ? kept.ConvertAll(each => each.WithoutTrivia()) : [];

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (flag.Accessor(model, node) is not { } accessor)
        {
            return base.VisitInvocationExpression(node);
        }

        if (isLeftAlone(node)
            || !flag.IsPlain
            || node.Expression is MemberBindingExpressionSyntax
            || !CanDrop(node))
        {
            return Constants.MarkLeft(base.VisitInvocationExpression(node)!);
        }

        _patterns.Value = flag.Constant(accessor.ReturnType);
        var value = flag.Written(accessor.ContainingType);
        return Keep(_patterns.Value is { HasValue: true, Value: bool truth } ? Constants.Bool(truth) : Constants.MarkValue(value), node);
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => _locals.ValueOf(node) switch
    {
        null => base.VisitIdentifierName(node),
        { } known when Constants.Truth(known) is { } truth => Keep(Constants.Bool(truth), node),
        _ => Constants.MarkValue(node), // its name says more than the value does
    };

    public override SyntaxNode? VisitVariableDeclarator(VariableDeclaratorSyntax node)
    {
        var visited = (VariableDeclaratorSyntax)base.VisitVariableDeclarator(node)!;
        _locals.Note(node, visited.Initializer?.Value);
        return _locals.IsUsed(node) ? visited.WithAdditionalAnnotations(Constants.Used) : visited;
    }

    public override SyntaxNode? VisitParenthesizedExpression(ParenthesizedExpressionSyntax node)
    {
        var inner = Visited(node.Expression);
        return Constants.IsKnown(inner) || inner != node.Expression && IsAtom(inner)
            ? Keep(inner, node)
            : node.WithExpression(inner);
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.LogicalNotExpression) && Visited(node.Operand) is var operand
            ? Constants.Truth(operand) is { } truth ? Keep(Constants.Bool(!truth), node) : node.WithOperand(operand)
            : base.VisitPrefixUnaryExpression(node);

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = node.WithLeft(Visited(node.Left)).WithRight(Visited(node.Right));
        if (!Constants.IsKnown(visited.Left) && !Constants.IsKnown(visited.Right)
            || model.GetTypeInfo(node).Type?.SpecialType is not SpecialType.System_Boolean)
        {
            return visited;
        }

        return node.Kind() switch
        {
            SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression => Joined(node, visited, absorbing: false),
            SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression => Joined(node, visited, absorbing: true),
            SyntaxKind.EqualsExpression or SyntaxKind.IsExpression => Compared(node, visited, isEqual: true),
            SyntaxKind.NotEqualsExpression => Compared(node, visited, isEqual: false),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var value = Visited(node.Expression);
        return _patterns.Matches(node.Pattern, value) is { } truth
            ? Keep(Constants.Bool(truth), node)
            : base.VisitIsPatternExpression(node);
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var condition = Visited(node.Condition);
        var (kept, dropped) = Constants.Truth(condition) is true ? (node.WhenTrue, node.WhenFalse) : (node.WhenFalse, node.WhenTrue);
        return Constants.Truth(condition) is not null && IsFreeOfNames(dropped) && Typed(kept, node) is { } typed
            ? Keep(typed, node)
            : LeftIf(condition, node.Update(condition, node.QuestionToken, Visited(node.WhenTrue), node.ColonToken, Visited(node.WhenFalse)));
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node) =>
        Visited(node.GoverningExpression) is var value && Constants.IsKnown(value)
        && _patterns.Arm(node, value) is { } arm && IsFreeOfNames(node) && Typed(arm.Expression, node) is { } typed
            ? Keep(typed, node)
            : LeftIf(Visited(node.GoverningExpression), base.VisitSwitchExpression(node)!);

    // A test that sets the value that everybody has: it has nothing to set any more. One that sets another value tests what is
    // gone, and a person must look at it.
    public override SyntaxNode? VisitInitializerExpression(InitializerExpressionSyntax node)
    {
        var visited = (InitializerExpressionSyntax)base.VisitInitializerExpression(node)!;
        for (var i = node.Expressions.Count - 1; i >= 0; i--)
        {
            if (node.Expressions[i] is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value }
                && name.Identifier.ValueText == flag.Name
                && model.GetSymbolInfo(name).Symbol is IPropertySymbol { ContainingType: { Name: "Values", ContainingType: { } outer } } property
                && flag.IsIn(outer)
                && flag.Constant(property.Type) is { HasValue: true } wanted
                && SettledPatterns.Same(wanted.Value, model.GetConstantValue(value)) is true)
            {
                var removed = visited.Expressions[i];
                var rest = visited.Expressions.RemoveAt(i);
                visited = visited.WithExpressions(i > 0 && i == rest.Count ? rest.Replace(rest[i - 1], rest[i - 1].WithTrailingTrivia(removed.GetTrailingTrivia())) : rest);
            }
        }

        return visited;
    }

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        var visited = (ImplicitObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!;
        return IsEmptied(node.Initializer, visited.Initializer) ? visited.WithInitializer(null).WithTriviaFrom(node) : visited;
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        var visited = (ObjectCreationExpressionSyntax)base.VisitObjectCreationExpression(node)!;
        return !IsEmptied(node.Initializer, visited.Initializer) ? visited
            : visited.ArgumentList is not null ? visited.WithInitializer(null).WithTriviaFrom(node)
            : visited.WithInitializer(null).WithType(node.Type.WithoutTrailingTrivia()).WithArgumentList(SyntaxFactory.ArgumentList()).WithTriviaFrom(node);
    }

    /// <summary>Whether an expression may go; what it does is done before the statement then.</summary>
    protected bool CanDrop(ExpressionSyntax expression)
    {
        if (!IsFreeOfNames(expression) || _effects.In(expression) is not { } effects || effects.Any(Reads))
        {
            return false;
        }

        if (effects.Count > 0)
        {
            if (Evaluation.StatementThatBeginsWith(expression, _effects) is not { } statement)
            {
                return false;
            }

            // A node may be looked at more than once.
            var before = _before.TryGetValue(statement, out var known) ? known : _before[statement] = [];
            before.AddRange(effects.Where(effect => !before.Contains(effect)));
        }

        return true;
    }

    /// <summary>What could not be made simpler although its value is known.</summary>
    protected static T LeftIf<T>(SyntaxNode known, T node) where T : SyntaxNode => Constants.IsKnown(known) ? Constants.MarkLeft(node) : node;

    protected ExpressionSyntax Visited(ExpressionSyntax expression) => (ExpressionSyntax)Visit(expression)!;

    private bool Reads(ExpressionSyntax expression) => expression.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Any(call => flag.Accessor(model, call) is not null);

    private static bool IsEmptied(InitializerExpressionSyntax? before, InitializerExpressionSyntax? after) =>
        before?.Expressions.Count > 0 && after?.Expressions.Count == 0;

    // What it declares may be asked for elsewhere.
    private bool IsFreeOfNames(SyntaxNode dropped) => !dropped.DescendantNodesAndSelf()
        .OfType<SingleVariableDesignationSyntax>()
        .Any(name => _locals.IsNamedOutside(name, dropped, GoesWith(dropped)));

    // What is only true together with it: that goes, or it would not have compiled.
    private static SyntaxNode GoesWith(SyntaxNode dropped) =>
        dropped.FirstAncestorOrSelf<StatementSyntax>() is IfStatementSyntax choice && choice.Condition.Span.Contains(dropped.Span) ? choice.Statement : dropped;

    private ExpressionSyntax Joined(BinaryExpressionSyntax node, BinaryExpressionSyntax visited, bool absorbing)
    {
        var isShort = node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression;
        var (left, right) = (Constants.Truth(visited.Left), Constants.Truth(visited.Right));
        return left == !absorbing ? Keep(visited.Right, node)
            : right == !absorbing ? Keep(visited.Left, node)
            : left == absorbing && (isShort ? IsFreeOfNames(node.Right) : CanDrop(node.Right)) ? Keep(Constants.Bool(absorbing), node)
            : right == absorbing && CanDrop(node.Left) ? Keep(Constants.Bool(absorbing), node)
            : Constants.MarkLeft(visited);
    }

    private ExpressionSyntax Compared(BinaryExpressionSyntax node, BinaryExpressionSyntax visited, bool isEqual)
    {
        var (known, other, otherNow) = Constants.IsKnown(visited.Left)
            ? (visited.Left, node.Right, visited.Right)
            : (visited.Right, node.Left, visited.Left);
        if (_patterns.Equal(known, other) is { } equal)
        {
            return Keep(Constants.Bool(equal == isEqual), node);
        }

        return Constants.Truth(known) is not { } truth || model.GetTypeInfo(other).Type?.SpecialType is not SpecialType.System_Boolean ? visited
            : Constants.Truth(otherNow) is { } otherTruth ? Keep(Constants.Bool(truth == otherTruth == isEqual), node)
            : truth == isEqual ? Keep(otherNow, node)
            : Keep(SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, IsAtom(otherNow) ? otherNow.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(otherNow.WithoutTrivia())), node);
    }

    // Alone, a branch may have another type than the choice had.
    private ExpressionSyntax? Typed(ExpressionSyntax kept, ExpressionSyntax choice)
    {
        if (kept is ThrowExpressionSyntax)
        {
            return null;
        }

        var (own, whole) = (model.GetTypeInfo(kept).Type, model.GetTypeInfo(choice));
        var visited = Visited(kept);
        return own is not null && SymbolEqualityComparer.Default.Equals(own, whole.Type ?? whole.ConvertedType) ? visited
            : (whole.Type ?? whole.ConvertedType) is { } type ? Evaluation.Cast(type, visited)
            : null;
    }

    // In the place of the old one, with no more parentheses than a person would write.
    private static ExpressionSyntax Keep(ExpressionSyntax kept, ExpressionSyntax old)
    {
        var isOperand = old.Parent is ExpressionSyntax and not (ParenthesizedExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax);
        while (!isOperand && kept is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            kept = inner;
        }

        var isEnclosed = (isOperand && kept is AssignmentExpressionSyntax or LambdaExpressionSyntax or ConditionalExpressionSyntax)
            || (kept is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } && JoinsMinus(old))
            || (old.Parent is InterpolationSyntax && kept is ConditionalExpressionSyntax)
            || (old.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax && !IsAtom(kept));
        return (isEnclosed ? SyntaxFactory.ParenthesizedExpression(kept.WithoutTrivia()) : kept).WithTriviaFrom(old);
    }

    // "a -" and "-5" are "a --5", and "(Money)-5" takes 5 from Money.
    private static bool JoinsMinus(ExpressionSyntax place) => place.Parent switch
    {
        PrefixUnaryExpressionSyntax or CastExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference => difference.Right == place,
        _ => false,
    };

    private static bool IsAtom(ExpressionSyntax expression) => expression is
        IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
        or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;
}
