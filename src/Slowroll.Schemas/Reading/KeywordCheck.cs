using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Texts;

namespace Slowroll.Schemas.Reading;

/// <summary>Finds keywords that would matter and are not read, and those that an editor ignores.</summary>
internal sealed class KeywordCheck(ProblemList problems, SchemaPatterns expressions)
{
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "anyOf", "oneOf", "not", "if", "$dynamicRef", "unevaluatedProperties", "unevaluatedItems", "prefixItems",
    };

    private readonly HashSet<JsonObject> _checked = [];

    public void Check(JsonObject schema)
    {
        if (!_checked.Add(schema))
        {
            return;
        }

        foreach (var member in schema.AllMembers)
        {
            if (Unread.Contains(member.Name))
            {
                problems.Add(
                    SchemaRules.UnreadKeyword, member.NameRange,
                    MessageText.Quote(member.Name),
                    "the generated code ignores it; say the same with type, enum, properties or allOf");
            }
        }

        CheckPatterns(schema);
        if (schema.Find("x-slowroll") is { Value: JsonObject own })
        {
            CheckOwn(own);
        }

        if (schema.Find("properties") is not { Value: JsonObject named } properties)
        {
            return;
        }

        if (schema.Find("$ref") is not null)
        {
            problems.Add(
                SchemaRules.SilentTrap,
                properties.NameRange,
                "\"properties\" beside \"$ref\"",
                "write \"allOf\": [{ \"$ref\": ... }] in place of the \"$ref\"");
        }

        if (schema.Find("patternProperties") is { Value: JsonObject patterns } patternProperties
            && patterns.Members.Any(
                pattern => named.Members.Any(property => expressions.Matches(pattern.Name, property.Name) is true)))
        {
            problems.Add(
                SchemaRules.SilentTrap,
                patternProperties.NameRange,
                "\"patternProperties\" for a name that \"properties\" has too",
                "repeat in \"properties\" what the pattern adds, or narrow the pattern");
        }
    }

    // Patterns that could crash the compiler or keep it busy are not read.
    private void CheckPatterns(JsonObject schema)
    {
        if (schema.Find("pattern")?.Value is JsonString pattern)
        {
            CheckPattern(pattern.Text, pattern.Range);
        }

        foreach (var member in (schema.Find("patternProperties")?.Value as JsonObject)?.AllMembers ?? [])
        {
            CheckPattern(member.Name, member.NameRange);
        }
    }

    private void CheckPattern(string pattern, TextRange range)
    {
        if (SchemaPatterns.RefusalOf(pattern) is { } why)
        {
            problems.Add(SchemaRules.UnreadKeyword, range, CSharpText.Quote(OneLine.Of(pattern)), why);
        }
    }

    private void CheckOwn(JsonObject own)
    {
        foreach (var member in own.AllMembers.Where(member => !FlagNames.Own.Contains(member.Name)))
        {
            problems.Add(
                SchemaRules.UnreadKeyword, member.NameRange,
                $"{MessageText.Quote(member.Name)} of \"x-slowroll\"",
                $"there it has {string.Join(" and ", FlagNames.Own)}"
                    + NearestName.Question(member.Name, FlagNames.Own));
        }
    }
}
