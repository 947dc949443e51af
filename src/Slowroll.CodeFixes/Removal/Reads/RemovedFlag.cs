using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Slowroll.CodeFixes.Code;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.CodeFixes.Removal.Reads;

/// <summary>A flag of which everybody has one value for good.</summary>
internal sealed record RemovedFlag
{
    private const int LongestValue = 120;

    public required string Section { get; init; }

    public required string Key { get; init; }

    /// <summary>The full name of the class that has its accessor.</summary>
    public required string Class { get; init; }

    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The value that won, as C#.</summary>
    public required string Value { get; init; }

    /// <summary>The schema that declares it.</summary>
    public required string SchemaPath { get; init; }

    /// <summary>The assemblies that make a class of that schema: of one name there may be others.</summary>
    public IReadOnlyCollection<string> Assemblies { get; init; } = [];

    /// <summary>The comment at a place that a person has to look at.</summary>
    public string Note => $"// {MessageText.Of(Key)} is finished: everybody has {Shown}";

    /// <summary>The value in a few words.</summary>
    public string Shown
    {
        get
        {
            var written = Value.Replace($"global::{Class}", Class.Substring(Class.LastIndexOf('.') + 1)).Replace("global::", "");
            return MessageText.Of(written, LongestValue);
        }
    }

    /// <summary>Whether the value can be written where the flag was read: a literal, an enum, a record of such. A list would be
    /// made anew each time.</summary>
    public bool IsPlain => Value.Length <= LongestValue && !CallSyntax.Expression(Value).DescendantNodesAndSelf()
        .Any(node => node is InvocationExpressionSyntax or ArrayCreationExpressionSyntax);

    /// <summary>The value as an expression, for an accessor of whichever class.</summary>
    public ExpressionSyntax Written(INamedTypeSymbol owner)
    {
        var text = Value.Replace($"global::{Class}.", $"{owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.");
        var expression = CallSyntax.Expression(text);
        return expression is MemberAccessExpressionSyntax ? expression.WithAdditionalAnnotations(Simplifier.Annotation) : expression;
    }

    /// <summary>The value as the compiler knows it, for an accessor of that type; none if it is no constant.</summary>
    public Optional<object?> Constant(ITypeSymbol type) => CallSyntax.Expression(Value) switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: { } number } } => Negative(number),
        MemberAccessExpressionSyntax member => Underlying(type).GetMembers(member.Name.Identifier.ValueText) is [IFieldSymbol { HasConstantValue: true } field]
            ? field.ConstantValue
            : default(Optional<object?>),
        _ => default,
    };

    /// <summary>What a diagnostic tells of it; null if the configs don't agree, or the schema doesn't declare it.</summary>
    public static RemovedFlag? From(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixHints.Value, out var value) ? new()
        {
            Section = diagnostic.Properties[FixHints.Section]!,
            Key = diagnostic.Properties[FixHints.Key]!,
            Class = diagnostic.Properties[FixHints.Class]!,
            Name = diagnostic.Properties[FixHints.Flag]!,
            Value = value!,
            SchemaPath = diagnostic.Properties[FixHints.Schema]!,
        } : null;

    /// <summary>The accessor that a call asks; null if it asks none of this flag.</summary>
    public IMethodSymbol? Accessor(SemanticModel model, InvocationExpressionSyntax call) =>
        CallSyntax.Name(call)?.Identifier.ValueText == Name
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && IsAccessor(method)
        && IsIn(method.ContainingType) ? method : null;

    /// <summary>Whether a method of a flag class asks a flag: others may be written beside those that the generator writes.</summary>
    public static bool IsAccessor(IMethodSymbol method) =>
        method is { IsStatic: false, IsGenericMethod: false, Parameters: [{ Type: var key }] }
        && (key.SpecialType is SpecialType.System_String || key is { Name: "HashKey", ContainingNamespace: { Name: "Slowroll", ContainingNamespace.IsGlobalNamespace: true } })
        && method.ContainingType.GetTypeMembers("Keys").Any(keys => !keys.GetMembers(method.Name).IsEmpty);

    /// <summary>Whether a type is the flag's class, or one that another project makes of the same schema.</summary>
    public bool IsIn(INamedTypeSymbol? type) =>
        type is not null
        && type.Name == Class.Substring(Class.LastIndexOf('.') + 1)
        && Assemblies.Contains(type.ContainingAssembly?.Name)
        && type.AllInterfaces.Any(implemented => implemented is { Name: "IFlagClass", ContainingNamespace.Name: "Slowroll" });

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static object Negative(object number) => number switch
    {
        int whole => -whole,
        uint => int.MinValue, // -2147483648: its digits alone don't fit
        long whole => -whole,
        ulong => long.MinValue,
        double real => -real,
        decimal real => -real,
        _ => number,
    };
}
