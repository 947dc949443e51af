using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift;

/// <summary>Checks the defaults of a schema, which are rollouts too, like the rollouts of a config.</summary>
internal static class DefaultDrift
{
    /// <summary>Everything that is wrong, with its place in the schema. SLOW1007 reports an old value with the wrong
    /// type.</summary>
    /// <param name="schema">The schema.</param>
    public static IReadOnlyList<DriftProblem> Find(DeclaredSchema schema)
    {
        DriftList problems = new();
        foreach (var declared in schema.Sections.Values.SelectMany(section => section.Flags.Values))
        {
            if (declared is { Default: { Member.Value: JsonObject fields } @default, Type: { } type }
                && fields.Find(RolloutFields.Stable) is { Value: var stable }
                && type.FindMismatch(stable) is null)
            {
                ConfigRolloutReader.Read(@default, type, problems);
                ValueCheck.CheckNew(@default, type, problems);
                FieldCheck.Check(@default, declared, problems);
                EffectCheck.Check(@default, problems);
            }
        }

        return problems.All;
    }
}
