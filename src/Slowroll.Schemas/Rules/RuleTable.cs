namespace Slowroll.Schemas.Rules;

/// <summary>All rules. The texts of <c>SLOW1</c>... are in <see cref="SchemaRules"/>, of <c>SLOW2</c>... in
/// <see cref="FlagUseRules"/>, of <c>SLOW3</c>... in <see cref="DriftRules"/>, and of <c>SLOW4</c>... in
/// <see cref="BuildRules"/>.</summary>
internal static class RuleTable
{
    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. SchemaRules.All, .. FlagUseRules.All, .. DriftRules.All, .. BuildRules.All];
}
