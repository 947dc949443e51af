using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift;

/// <summary>Holds a flag's values against the type that the schema declares, and against each other.</summary>
internal static class ValueCheck
{
    public static void Check(ConfigFlag flag, ValueType? type, DriftList problems)
    {
        CheckType(flag, RolloutFields.Stable, type, problems);
        CheckNew(flag, type, problems);
    }

    /// <summary>The same for the new value alone.</summary>
    public static void CheckNew(ConfigFlag flag, ValueType? type, DriftList problems)
    {
        CheckType(flag, RolloutFields.New, type, problems);
        var stable = Value(flag, RolloutFields.Stable);
        var @new = Value(flag, RolloutFields.New);
        if (stable is not null && @new is not null && Same(type, stable, @new))
        {
            problems.AddFlag(DriftRules.EqualValues, @new.Range, flag.Section, flag.Key, flag.Path);
        }
    }

    /// <summary>Whether two values are one to the program.</summary>
    public static bool Same(ValueType? type, JsonNode one, JsonNode other) =>
        (type?.Express(one) ?? JsonText.Write(one)) == (type?.Express(other) ?? JsonText.Write(other));

    private static JsonNode? Value(ConfigFlag flag, string field) => (flag.Member.Value as JsonObject)?.Find(field)?.Value;

    private static void CheckType(ConfigFlag flag, string field, ValueType? type, DriftList problems)
    {
        if (type is null || Value(flag, field) is not { } value)
        {
            return;
        }

        if (type.FindMisfit(value) is { } misfit)
        {
            problems.AddFlag(
                DriftRules.WrongType,
                misfit.Range,
                flag.Section,
                flag.Key,
                $"\"{field}{MessageText.Of(misfit.Path)}\" of flag '{flag.Path}'",
                $"{misfit.Wanted}, as the schema says",
                JsonWords.Show(misfit.Part));
            return;
        }

        foreach (var slip in type.FindSlips(value))
        {
            problems.AddFlag(
                DriftRules.UnknownField, slip.Member.NameRange, flag.Section, flag.Key,
                field + MessageText.Of(slip.Path), flag.Path, "member that the schema knows", NearestName.Question(slip.Meant));
        }
    }
}
