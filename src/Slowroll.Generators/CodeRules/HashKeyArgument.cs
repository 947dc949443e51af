using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>A place where code passes a hash key.</summary>
/// <param name="Value">The value that is passed.</param>
/// <param name="TakesHashKey">Whether a <c>HashKey</c> can be passed there as well as a text.</param>
/// <param name="Decides">Whether an answer depends on it; an explanation can be for any host.</param>
internal sealed record HashKeyArgument(IOperation Value, bool TakesHashKey, bool Decides)
{
    public static HashKeyArgument? In(IOperation operation, RuntimeTypes types) => operation switch
    {
        IInvocationOperation call
            when IsOfRuntime(call.TargetMethod, types) && Named(call.Arguments, "hashKey") is { } value =>
            new(value, TakesHashKey: true, Decides: call.TargetMethod.Name is not "Explain"),
        IInvocationOperation { Arguments: [var argument] } call when IsAccessor(call.TargetMethod, types) =>
            new(argument.Value, TakesHashKey: true, Decides: true),
        IObjectCreationOperation creation
            when RuntimeTypes.Same(creation.Type, types.HashKey) && Named(creation.Arguments, "value") is { } value =>
            new(value, TakesHashKey: false, Decides: true),
        _ => null,
    };

    private static bool IsOfRuntime(IMethodSymbol method, RuntimeTypes types) =>
        RuntimeTypes.Same(method.ContainingType, types.Config)
        || RuntimeTypes.Same(method.ContainingType, types.Flag)
        || method is { Name: "Explain", IsGenericMethod: true, ContainingType: { } owner } && types.IsFlagClass(owner);

    // An accessor takes only a text or a hash key, and is in a generated class.
    private static bool IsAccessor(IMethodSymbol method, RuntimeTypes types) =>
        method is
        {
            IsStatic: false, Parameters: [{ Type.SpecialType: SpecialType.System_String }],
            ContainingType: var owner
        }
        && owner.Interfaces.Any(implemented => RuntimeTypes.Same(implemented, types.FlagClass))
        && owner.GetMembers(method.Name).Any(other => other is IMethodSymbol { Parameters: [{ Type: var type }] }
            && RuntimeTypes.Same(type, types.HashKey));

    private static IOperation? Named(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
}
