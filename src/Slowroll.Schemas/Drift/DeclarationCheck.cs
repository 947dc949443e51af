using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift;

/// <summary>Holds the names in a config against those in its schema, both ways.</summary>
internal static class DeclarationCheck
{
    // Where more are unknown, they are no slips of the finger, and every one of them would be held against every other.
    private const int MostSuggestions = 20;

    public static void Check(JsonObject root, DeclaredSchema schema, DriftList problems)
    {
        var suggestions = 0;
        foreach (var member in root.Members)
        {
            if (schema.Sections.TryGetValue(member.Name, out var declared))
            {
                CheckSection(member, declared, schema.FileName, problems);
            }
            else if (!schema.IsOpen && member is not { Name: "$schema", Value: JsonString })
            {
                var meant = suggestions++ < MostSuggestions ? DidYouMean(member.Name, schema.Sections.Keys) : "";
                problems.AddSection(
                    DriftRules.Undeclared, member.NameRange, member.Name,
                    schema.FileName, $"section '{member.Name}'", meant);
            }
        }

        // The brace alone: nobody wants the whole file underlined.
        TextRange opening = new(root.Range.Start, root.Range.Start + 1);
        foreach (var missing in schema.Sections.Where(section => section.Value.Flags.Count > 0 && root.Find(section.Key) is null))
        {
            problems.AddSection(DriftRules.Missing, opening, missing.Key, $"Section '{missing.Key}'", schema.FileName);
        }
    }

    /// <summary>What is added to a message where one of the names there are may be meant.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) =>
        NearestName.Of(name, known).FirstOrDefault() is { } near ? $" (did you mean '{near}'?)" : "";

    private static void CheckSection(JsonMember section, DeclaredSection declared, string schemaName, DriftList problems)
    {
        if (section.Value is not JsonObject flags)
        {
            problems.AddSection(
                DriftRules.WrongType, section.Value.Range, section.Name,
                $"Section '{section.Name}'", "an object of flags", JsonWords.Show(section.Value));
            return;
        }

        var suggestions = 0;
        foreach (var flag in flags.Members.Where(flag => !declared.IsOpen && !declared.Flags.ContainsKey(flag.Name)))
        {
            var meant = suggestions++ < MostSuggestions ? DidYouMean(flag.Name, declared.Flags.Keys) : "";
            problems.AddFlag(
                DriftRules.Undeclared, flag.NameRange, section.Name, flag.Name,
                schemaName, $"flag '{section.Name}.{flag.Name}'", meant);
        }

        foreach (var missing in declared.Flags.Keys.Where(key => flags.Find(key) is null))
        {
            problems.AddFlag(
                DriftRules.Missing, section.NameRange, section.Name, missing,
                $"Flag '{section.Name}.{missing}'", schemaName);
        }
    }
}
