using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Replaces the flag with its value, and simplifies the expressions around it. The semantic model knows only
/// the original nodes; what is known of new nodes is stored in annotations.</summary>
internal abstract class SimplifiedExpressions(SemanticModel model, RemovedFlag flag, IReadOnlyCollection<int> members,
    ReadForms forms) : StatementRewriter(members)
{
    private readonly Effects _effects = new(model, flag);
    private readonly EvaluationOrder _order = new(model);
    private readonly KnownLocals _locals = new(model, members);
    private readonly KnownPatterns _patterns = new(model);
    private readonly TypedReplacement _placing = new(model, forms);
    private readonly Dictionary<StatementSyntax, List<ExpressionSyntax>> _before = [];

    protected KnownPatterns Patterns => _patterns;

    protected KnownLocals Locals => _locals;

    /// <summary>The statements to run before a statement, since their place in it was removed.</summary>
    protected override IReadOnlyList<ExpressionSyntax> Before(StatementSyntax statement) =>
        _before.TryGetValue(statement, out var kept) ? kept.ConvertAll(each => each.WithoutTrivia()) : [];

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (flag.Accessor(model, node) is not { } accessor)
        {
            return base.VisitInvocationExpression(node);
        }

        var (read, isSame) = (Origins.Of(node)!.Value, flag.IsPlain
            && node.Expression is not MemberBindingExpressionSyntax
            && !ExpressionTrees.Contains(node, model));
        if (!isSame || !forms[read].IsReplaced || !CanDrop(node, isReplaced: true))
        {
            return Marks.MarkLeft(base.VisitInvocationExpression(node)!);
        }

        _patterns.Value = flag.Constant(accessor.ReturnType);
        var value = Marks.ByRead(flag.Written(accessor.ContainingType), read);
        return !forms[read].IsSimplified ? Marks.MarkLeft(_placing.Put(value, node, value))
            : _patterns.Value is { HasValue: true, Value: bool truth }
                ? _placing.Put(Marks.Bool(truth, value), node, value)
            : Marks.MarkValue(_placing.Put(value, node, value), value);
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => _locals.ValueOf(node) switch
    {
        null => base.VisitIdentifierName(node),
        { } known when Marks.Truth(known) is { } truth => _placing.Put(Marks.Bool(truth, known), node, known),
        { } known => Marks.MarkValue(node, known), // its name says more than the value
    };

    public override SyntaxNode? VisitVariableDeclarator(VariableDeclaratorSyntax node)
    {
        var visited = (VariableDeclaratorSyntax)base.VisitVariableDeclarator(node)!;
        _locals.Note(node, visited.Initializer?.Value);
        return _locals.IsUsed(node) ? visited.WithAdditionalAnnotations(Marks.Used) : visited;
    }

    public override SyntaxNode? VisitParenthesizedExpression(ParenthesizedExpressionSyntax node)
    {
        var inner = Visited(node.Expression);
        return !HasDirectives(node)
            && (Marks.IsKnown(inner) || inner != node.Expression && TypedReplacement.IsAtom(inner))
            ? _placing.Put(inner, node, inner)
            : node.WithExpression(inner);
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.LogicalNotExpression) && Visited(node.Operand) is var operand
            ? Marks.Truth(operand) is { } truth && BuiltInOperators.Is(node, model) && !HasDirectives(node)
                ? _placing.Put(Marks.Bool(!truth, operand), node, operand)
                : node.WithOperand(operand)
            : base.VisitPrefixUnaryExpression(node);

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = node.WithLeft(Visited(node.Left)).WithRight(Visited(node.Right));
        if (!Marks.IsKnown(visited.Left) && !Marks.IsKnown(visited.Right) || HasDirectives(node))
        {
            return visited;
        }

        if (node.IsKind(SyntaxKind.IsExpression))
        {
            return _patterns.Equal(visited.Left, node.Right) is { } isEqual
                ? _placing.Put(Marks.Bool(isEqual, visited.Left), node, visited.Left)
                : visited;
        }

        if (!BuiltInOperators.Is(node, model))
        {
            return visited;
        }

        return node.Kind() switch
        {
            SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression =>
                Joined(node, visited, absorbing: false),
            SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression => Joined(node, visited, absorbing: true),
            SyntaxKind.EqualsExpression => Compared(node, visited, isEqual: true),
            SyntaxKind.NotEqualsExpression => Compared(node, visited, isEqual: false),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var value = Visited(node.Expression);
        return !HasDirectives(node) && _patterns.Matches(node.Pattern, value) is { } truth
            ? _placing.Put(Marks.Bool(truth, value), node, value)
            : base.VisitIsPatternExpression(node);
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var condition = Visited(node.Condition);
        var (kept, dropped) = Marks.Truth(condition) is true
            ? (node.WhenTrue, node.WhenFalse)
            : (node.WhenFalse, node.WhenTrue);
        return Marks.Truth(condition) is not null && CanChoose(kept, dropped, node)
            ? _placing.Put(Visited(kept), node, condition)
            : LeftIf(condition, node.Update(
                condition, node.QuestionToken, Visited(node.WhenTrue), node.ColonToken, Visited(node.WhenFalse)));
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node) =>
        Visited(node.GoverningExpression) is var value && Marks.IsKnown(value)
        && _patterns.Arm(node, value) is { } arm && CanChoose(arm.Expression, node, node)
            ? _placing.Put(Visited(arm.Expression), node, value)
            : LeftIf(Visited(node.GoverningExpression), base.VisitSwitchExpression(node)!);

    /// <summary>Whether an expression can be removed; its effects are then moved before the statement.</summary>
    protected bool CanDrop(ExpressionSyntax expression, bool isReplaced = false)
    {
        if (!IsFreeOfNames(expression)
            || HasDirectives(expression)
            || _effects.In(expression, isReplaced) is not { } effects
            || effects.Any(Reads))
        {
            return false;
        }

        if (effects.Count > 0)
        {
            if (_order.StatementThatBeginsWith(expression) is not { } statement)
            {
                return false;
            }

            // A node may be visited more than once.
            var before = _before.TryGetValue(statement, out var known) ? known : _before[statement] = [];
            before.AddRange(effects.Where(effect => !before.Contains(effect)));
        }

        return true;
    }

    /// <summary>Marks what could not be simplified although its value is known.</summary>
    protected static T LeftIf<T>(SyntaxNode known, T node)
        where T : SyntaxNode => Marks.IsKnown(known) ? Marks.MarkLeft(node) : node;

    protected ExpressionSyntax Visited(ExpressionSyntax expression) => (ExpressionSyntax)Visit(expression)!;

    private bool Reads(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .OfType<InvocationExpressionSyntax>()
        .Any(call => flag.Accessor(model, call) is not null);

    // Code with directives inside is kept. Directives before it don't count.
    private static bool HasDirectives(ExpressionSyntax node) => Unwrapping.HasDirectivesInside(node);

    // Its declarations may be used elsewhere.
    private bool IsFreeOfNames(SyntaxNode dropped) => !dropped.DescendantNodesAndSelf()
        .OfType<SingleVariableDesignationSyntax>()
        .Any(name => _locals.IsNamedOutside(name, dropped, GoesWith(dropped)));

    // Code that depends on its declarations is removed with it; otherwise it would not have compiled.
    private static SyntaxNode GoesWith(SyntaxNode dropped) =>
        dropped.FirstAncestorOrSelf<StatementSyntax>() is IfStatementSyntax choice
            && choice.Condition.Span.Contains(dropped.Span) ? choice.Statement : dropped;

    private bool CanChoose(ExpressionSyntax kept, SyntaxNode dropped, ExpressionSyntax choice) =>
        kept is not (ThrowExpressionSyntax or RefExpressionSyntax) && IsFreeOfNames(dropped) && !HasDirectives(choice);

    private ExpressionSyntax Joined(BinaryExpressionSyntax node, BinaryExpressionSyntax visited, bool absorbing)
    {
        var isShort = node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression;
        var (left, right) = (Marks.Truth(visited.Left), Marks.Truth(visited.Right));
        return left == !absorbing && BuiltInOperators.IsTruth(model, node.Right)
            ? _placing.Put(visited.Right, node, visited.Left)
            : right == !absorbing && BuiltInOperators.IsTruth(model, node.Left)
                ? _placing.Put(visited.Left, node, visited.Right)
            : left == absorbing && (isShort ? IsFreeOfNames(node.Right) : CanDrop(node.Right))
                ? _placing.Put(Marks.Bool(absorbing, visited.Left), node, visited.Left)
            : right == absorbing && CanDrop(node.Left)
                ? _placing.Put(Marks.Bool(absorbing, visited.Right), node, visited.Right)
            : Marks.MarkLeft(visited);
    }

    private ExpressionSyntax Compared(BinaryExpressionSyntax node, BinaryExpressionSyntax visited, bool isEqual)
    {
        var (known, other, otherNow) = Marks.IsKnown(visited.Left)
            ? (visited.Left, node.Right, visited.Right)
            : (visited.Right, node.Left, visited.Left);
        if (_patterns.Equal(known, other) is { } equal)
        {
            return _placing.Put(Marks.Bool(equal == isEqual, known), node, known);
        }

        return Marks.Truth(known) is not { } truth || !BuiltInOperators.IsTruth(model, other) ? visited
            : Marks.Truth(otherNow) is { } otherTruth
                ? _placing.Put(Marks.Bool(truth == otherTruth == isEqual, known, otherNow), node, known)
            : truth == isEqual ? _placing.Put(otherNow, node, known)
            : _placing.Put(TypedReplacement.Not(otherNow), node, known);
    }
}
