using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>Finds the calls that add a class of flags to a host: <c>AddAppFeatures</c> and what it calls,
/// <c>AddSlowroll&lt;AppFeatures&gt;</c>.</summary>
internal static class HostedFlagsCall
{
    private const string Suffix = "ServiceCollectionExtensions";

    /// <summary>The class that a call adds, or null if it adds none.</summary>
    public static INamedTypeSymbol? AddedBy(IInvocationOperation call, RuntimeTypes types)
    {
        var method = call.TargetMethod;
        var added = method switch
        {
            { Name: "AddSlowroll", TypeArguments: [INamedTypeSymbol argument] }
                when RuntimeTypes.Same(method.ContainingType, types.Services) => argument,
            { IsExtensionMethod: true, ContainingType: { Name: var owner } }
                when owner.EndsWith(Suffix, StringComparison.Ordinal) =>
                ClassOf(method, owner.Substring(0, owner.Length - Suffix.Length)),
            _ => null,
        };
        return added is not null && types.IsFlagClass(added) ? added : null;
    }

    private static INamedTypeSymbol? ClassOf(IMethodSymbol method, string name) =>
        method.Name == $"Add{name}" ? method.ContainingNamespace.GetTypeMembers(name, 0).FirstOrDefault() : null;
}
