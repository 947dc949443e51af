using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Compares a flag's values with the declared type, and with each other.</summary>
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

    /// <summary>Whether two values are equal for the program.</summary>
    public static bool Same(ValueType? type, JsonNode one, JsonNode other) =>
        (type?.Express(one) ?? JsonText.Write(one)) == (type?.Express(other) ?? JsonText.Write(other));

    private static JsonNode? Value(ConfigFlag flag, string field) =>
        (flag.Member.Value as JsonObject)?.Find(field)?.Value;

    private static void CheckType(ConfigFlag flag, string field, ValueType? type, DriftList problems)
    {
        if (type is null || Value(flag, field) is not { } value)
        {
            return;
        }

        if (type.FindMismatch(value) is { } mismatch)
        {
            problems.AddFlag(
                DriftRules.WrongType,
                mismatch.Range,
                flag.Section,
                flag.Key,
                $"\"{field}{MessageText.Of(mismatch.Path)}\" of flag '{flag.Path}'",
                $"{mismatch.Wanted}, as the schema says",
                JsonDescription.Show(mismatch.Part));
            return;
        }

        foreach (var misspelled in type.FindMisspelled(value))
        {
            problems.AddFlag(
                DriftRules.UnknownField, misspelled.Member.NameRange, flag.Section, flag.Key,
                field + MessageText.Of(misspelled.Path), flag.Path, "member that the schema declares",
                NearestName.Question(misspelled.Suggestion));
        }
    }
}
