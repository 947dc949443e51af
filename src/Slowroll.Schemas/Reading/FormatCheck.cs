using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary> Finds formats that look like one with a C# type of its own, but aren't. Other formats aren't reported:
/// JSON Schema allows all.
/// </summary>
internal static class FormatCheck
{
    // One letter away from "uri", and a format of JSON Schema itself.
    private const string Iri = "iri";

    // Names of C# types, which are no formats.
    private static readonly HashSet<string> CSharpNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "TimeSpan", "TimeOnly", "DateTimeOffset", "DateOnly", "long",
    };

    public static void Check(string type, JsonNode? format, ProblemList problems)
    {
        if (format is not JsonString { Text: not Iri and var text })
        {
            return;
        }

        List<string> known = [.. KnownTypes.FormatsOf(type)];
        if (known.Count == 0 || known.Contains(text))
        {
            return;
        }

        var question = NearestName.Question(text, known);
        if (question is not "" || CSharpNames.Contains(text))
        {
            problems.Add(
                SchemaRules.UnreadKeyword, format.Range,
                $"\"format\": {MessageText.Json(format)}",
                $"the value is {(type is "integer" ? "an" : "a")} {type} like any other; the formats of a type of "
                    + $"their own are {string.Join(", ", known)}{question}");
        }
    }
}
