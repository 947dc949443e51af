using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds the fields of a rollout that are not read: those that are nearly a known one, and others.</summary>
internal static class FieldCheck
{
    public static void Check(ConfigFlag flag, DeclaredFlag? declared, DriftList problems)
    {
        if (flag.Member.Value is not JsonObject rollout)
        {
            return;
        }

        var known = declared is null ? RolloutFields.All : [.. RolloutFields.All, .. declared.Fields];
        foreach (var field in rollout.Members.Where(field => !known.Contains(field.Name)))
        {
            // What is nearly a control rejects the config; that is reported there. A schema's default is in none.
            if (flag.Config is not null
                && ControlGrammar<NodeValue, NoFaults<NodeValue>>.MeantBy(field.Name) is not null)
            {
                continue;
            }

            // Also where the schema allows other fields: one that is meant can be declared by its name.
            if (MisspelledField.Meant(field.Name) is { } meant)
            {
                problems.AddFlag(
                    DriftRules.MisspelledField, field.NameRange, flag.Section, flag.Key,
                    MessageText.Of(field.Name), flag.Path, meant);
            }
            else if (declared is not { IsOpen: true })
            {
                problems.AddFlag(
                    DriftRules.UnknownField, field.NameRange, flag.Section, flag.Key,
                    MessageText.Of(field.Name), flag.Path, "field of a rollout",
                    NearestName.Question(field.Name, known));
            }
        }
    }
}
