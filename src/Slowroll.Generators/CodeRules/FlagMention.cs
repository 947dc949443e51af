using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>A place in code that names a flag by its section and its key.</summary>
internal sealed class FlagMention
{
    private readonly Dictionary<string, IArgumentOperation> _arguments;

    private FlagMention(
        IOperation operation, IEnumerable<IArgumentOperation> arguments, ITypeSymbol? valueType, string? ownerClass,
        bool asks, bool isTypable)
    {
        Operation = operation;
        ValueType = valueType;
        OwnerClass = ownerClass;
        Asks = asks;
        IsTypable = isTypable;

        // A record's parameters are written like its properties.
        _arguments = arguments
            .Where(argument => argument.Parameter is not null)
            .ToDictionary(argument => argument.Parameter!.Name, StringComparer.OrdinalIgnoreCase);
        SectionName = Section is null ? null : ValueOrigin.Text(Section);
        KeyName = Key is null ? null : ValueOrigin.Text(Key);
    }

    /// <summary>The call or the creation.</summary>
    public IOperation Operation { get; }

    /// <summary>The type of the values; null if the place doesn't say it.</summary>
    public ITypeSymbol? ValueType { get; }

    /// <summary>The generated class whose config is asked, with <c>global::</c>; null if that isn't known.</summary>
    public string? OwnerClass { get; }

    /// <summary>Whether it asks for the flag, or makes something that does, rather than only naming it.</summary>
    public bool Asks { get; }

    /// <summary>Whether a generated name can replace it.</summary>
    public bool IsTypable { get; }

    /// <summary>Whether it asks for a value immediately.</summary>
    public bool IsRead => Operation is IInvocationOperation { TargetMethod.Name: "GetValue" };

    public IOperation? Section => Argument("section");

    public IOperation? Key => Argument("key");

    public IOperation? Default => Argument("defaultValue") ?? Argument("default");

    /// <summary>The section's name, if it can be known.</summary>
    public string? SectionName { get; }

    /// <summary>The flag's name in its section, if it can be known.</summary>
    public string? KeyName { get; }

    /// <summary>The name of the called method, with its type arguments; a creation as it is.</summary>
    public SyntaxNode NameSyntax => Operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax { Expression: var name } => name,
        var creation => creation,
    };

    /// <summary>The syntax of the values' type: the type argument, or else the default that it is inferred
    /// from.</summary>
    public SyntaxNode TypeSyntax => Operation.Syntax is ObjectCreationExpressionSyntax { Type: var type }
        ? TypeArgument(type) ?? Operation.Syntax
        : TypeArgument(NameSyntax) ?? Default?.Syntax ?? Operation.Syntax;

    public static FlagMention? In(IOperation operation, RuntimeTypes types) => operation switch
    {
        IInvocationOperation
        {
            TargetMethod:
            {
                Name: "GetValue"
            or "GetFlag"
            or "Explain", Parameters.Length: >= 3
            } method
        } call
            when RuntimeTypes.Same(method.ContainingType, types.Config) =>
            new(operation, call.Arguments, method.TypeArguments.FirstOrDefault(), OwnerOf(call.Instance), asks: true,
                isTypable: method.IsGenericMethod),
        IObjectCreationOperation { Constructor.Parameters.Length: 3, Type: INamedTypeSymbol type } creation
            when RuntimeTypes.Same(type, types.FlagKey) =>
            new(operation, creation.Arguments, type.TypeArguments[0], null, asks: true, isTypable: true),
        IObjectCreationOperation { Constructor.Parameters.Length: 2, Type: var type } creation
            when RuntimeTypes.Same(type, types.FlagName) =>
            new(operation, creation.Arguments, null, null, asks: false, isTypable: true),
        _ => null,
    };

    private IOperation? Argument(string name) => _arguments.TryGetValue(name, out var argument) ? argument.Value : null;

    private static string? OwnerOf(IOperation? config) =>
        config is IPropertyReferenceOperation { Property: { Name: "Config", ContainingType: var owner } }
            ? owner.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;

    private static TypeSyntax? TypeArgument(SyntaxNode name) => name switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.FirstOrDefault(),
        QualifiedNameSyntax qualified => TypeArgument(qualified.Right),
        AliasQualifiedNameSyntax alias => TypeArgument(alias.Name),
        _ => null,
    };
}
