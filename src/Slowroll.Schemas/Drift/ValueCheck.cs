using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Drift;

/// <summary>Holds a flag's values against the type that the schema declares, and against each other.</summary>
internal static class ValueCheck
{
    public static void Check(ConfigFlag flag, ValueType? type, DriftList problems)
    {
        if (flag.Member.Value is not JsonObject fields)
        {
            return;
        }

        var stable = fields.Find(RolloutFields.Stable)?.Value;
        var @new = fields.Find(RolloutFields.New)?.Value;
        CheckType(flag, RolloutFields.Stable, stable, type, problems);
        CheckType(flag, RolloutFields.New, @new, type, problems);

        if (stable is not null && @new is not null && Same(type, stable, @new))
        {
            problems.AddFlag(DriftRules.EqualValues, @new.Range, flag.Section, flag.Key, flag.Path);
        }
    }

    /// <summary>Whether two values are one to the program.</summary>
    public static bool Same(ValueType? type, JsonNode one, JsonNode other) =>
        (type?.Express(one) ?? JsonText.Write(one)) == (type?.Express(other) ?? JsonText.Write(other));

    private static void CheckType(ConfigFlag flag, string field, JsonNode? value, ValueType? type, DriftList problems)
    {
        if (value is not null && type?.FindMisfit(value) is { } misfit)
        {
            problems.AddFlag(
                DriftRules.WrongType,
                misfit.Part.Range,
                flag.Section,
                flag.Key,
                $"\"{field}{misfit.Path}\" of flag '{flag.Path}'",
                $"{misfit.Wanted}, as the schema says",
                JsonWords.Show(misfit.Part));
        }
    }
}
