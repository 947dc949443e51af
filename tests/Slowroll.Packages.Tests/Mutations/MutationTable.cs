using System.Collections.Immutable;

namespace Slowroll.Packages.Tests.Mutations;

/// <summary>All mistakes, each made alone.</summary>
internal static class MutationTable
{
    public static ImmutableArray<Mutation> All { get; } =
    [
        .. SchemaMutations.All,
        .. TypeMutations.All,
        .. CodeMutations.All,
        .. ConfigMutations.All,
        .. RolloutMutations.All,
        .. ScheduleMutations.All,
        .. ProjectMutations.All,
    ];
}
