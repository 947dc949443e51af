using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds the fields of a rollout that are not read.</summary>
internal static class FieldCheck
{
    public static void Check(ConfigFlag flag, DeclaredFlag? declared, DriftList problems)
    {
        if (flag.Member.Value is not JsonObject rollout || declared is { IsOpen: true })
        {
            return;
        }

        IEnumerable<string> known = declared is null ? RolloutFields.All : RolloutFields.All.Concat(declared.Fields);
        foreach (var field in rollout.Members.Where(field => !known.Contains(field.Name)))
        {
            problems.AddFlag(
                DriftRules.UnknownField, field.NameRange, flag.Section, flag.Key,
                MessageText.Of(field.Name), flag.Path, "field of a rollout", NearestName.Question(field.Name, known));
        }
    }
}
