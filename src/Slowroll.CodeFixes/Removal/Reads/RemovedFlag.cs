using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Slowroll.CodeFixes.Code;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.CodeFixes.Removal.Reads;

/// <summary>A finished flag that is removed: everybody keeps one value.</summary>
internal sealed record RemovedFlag
{
    private const int LongestValue = 120;

    public required string Section { get; init; }

    public required string Key { get; init; }

    /// <summary>The full name of the class with its accessor.</summary>
    public required string Class { get; init; }

    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The value that everybody has, as C#.</summary>
    public required string Value { get; init; }

    /// <summary>The schema that declares it.</summary>
    public required string SchemaPath { get; init; }

    /// <summary>The assemblies with a class of that schema: other assemblies may have classes with the same
    /// name.</summary>
    public IReadOnlyCollection<string> Assemblies { get; init; } = [];

    /// <summary>The comment at a place that a person must look at.</summary>
    public string Note => $"// {MessageText.Of(Key)} is finished: everybody has {Shown}";

    /// <summary>The value in short form.</summary>
    public string Shown
    {
        get
        {
            var written = Value.Replace($"global::{Class}", Class.Substring(Class.LastIndexOf('.') + 1))
                .Replace("global::", "");
            return MessageText.Of(written, LongestValue);
        }
    }

    /// <summary>Whether the value can be written where the flag was read: a literal, an enum, or a record of these. A
    /// list would be created each time.</summary>
    public bool IsPlain => Value.Length <= LongestValue && !CallSyntax.Expression(Value).DescendantNodesAndSelf()
        .Any(node => node is InvocationExpressionSyntax or ArrayCreationExpressionSyntax);

    /// <summary>The value as an expression, for an accessor of the given class.</summary>
    public ExpressionSyntax Written(INamedTypeSymbol owner)
    {
        var text = Value.Replace(
            $"global::{Class}.", $"{owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.");
        var expression = CallSyntax.Expression(text);
        return expression is MemberAccessExpressionSyntax
            ? expression.WithAdditionalAnnotations(Simplifier.Annotation)
            : expression;
    }

    /// <summary>The value as a constant, for an accessor of that type; none if it is no constant.</summary>
    public Optional<object?> Constant(ITypeSymbol type) => CallSyntax.Expression(Value) switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: { } number } } =>
            Negative(number),
        MemberAccessExpressionSyntax member => Underlying(type).GetMembers(member.Name.Identifier.ValueText)
            is [IFieldSymbol { HasConstantValue: true } field]
            ? field.ConstantValue
            : default(Optional<object?>),
        _ => default,
    };

    /// <summary>Reads the hints of a diagnostic; null if the configs don't agree, or the schema doesn't declare the
    /// flag.</summary>
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

    /// <summary>The accessor of this flag that a call uses; null if it uses none.</summary>
    public IMethodSymbol? Accessor(SemanticModel model, InvocationExpressionSyntax call) =>
        CallSyntax.Name(call)?.Identifier.ValueText == Name
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && IsAccessor(method)
        && IsIn(method.ContainingType) ? method : null;

    /// <summary>Whether a method of a flag class asks a flag: a person may have added other methods to the
    /// class.</summary>
    public static bool IsAccessor(IMethodSymbol method) =>
        method is { IsStatic: false, IsGenericMethod: false, Parameters: [{ Type: var key }] }
        && (key.SpecialType is SpecialType.System_String || key is
        {
            Name: "HashKey",
            ContainingNamespace: { Name: "Slowroll", ContainingNamespace.IsGlobalNamespace: true }
        })
        && method.ContainingType.GetTypeMembers("Keys").Any(keys => !keys.GetMembers(method.Name).IsEmpty);

    /// <summary>Whether a type is the flag's class, or the class of the same schema in another project.</summary>
    public bool IsIn(INamedTypeSymbol? type) =>
        type is not null
        && type.Name == Class.Substring(Class.LastIndexOf('.') + 1)
        && Assemblies.Contains(type.ContainingAssembly?.Name)
        && type.AllInterfaces.Any(
            implemented => implemented is { Name: "IFlagClass", ContainingNamespace.Name: "Slowroll" });

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            TypeArguments: [var inner]
        } ? inner : type;

    private static object Negative(object number) => number switch
    {
        int whole => -whole,
        uint => int.MinValue, // -2147483648: its digits alone are too large
        long whole => -whole,
        ulong => long.MinValue,
        double real => -real,
        decimal real => -real,
        _ => number,
    };
}
