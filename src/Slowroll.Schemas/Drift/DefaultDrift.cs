using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift;

/// <summary>Holds the defaults of a schema, which are rollouts too, to what the rollouts of a config are held to.</summary>
public static class DefaultDrift
{
    /// <summary>Everything that is wrong, at its place in the schema. Whether the old value fits is told by the schema's own rule.</summary>
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
