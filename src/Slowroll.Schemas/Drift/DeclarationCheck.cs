using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Drift;

/// <summary>Holds the names in a config against those in its schema, both ways.</summary>
internal static class DeclarationCheck
{
    public static void Check(JsonObject root, DeclaredSchema schema, DriftList problems)
    {
        MeantNames meant = new(schema.Sections.Keys);
        foreach (var member in root.Members)
        {
            if (schema.Sections.TryGetValue(member.Name, out var declared))
            {
                CheckSection(member, declared, schema.FileName, problems);
            }
            else if (!schema.IsOpen && member is not { Name: "$schema", Value: JsonString })
            {
                problems.AddSection(
                    DriftRules.Undeclared, member.NameRange, member.Name,
                    schema.FileName, $"section '{member.Name}'", meant.DidYouMean(member.Name));
            }
        }

        // The brace alone: nobody wants the whole file underlined.
        TextRange opening = new(root.Range.Start, root.Range.Start + 1);
        foreach (var missing in schema.Sections.Where(
            section => section.Value.Flags.Count > 0 && root.Find(section.Key) is null && !meant.Contains(section.Key)))
        {
            problems.AddSection(DriftRules.Missing, opening, missing.Key, $"Section '{missing.Key}'", schema.FileName);
        }
    }

    private static void CheckSection(JsonMember section, DeclaredSection declared, string schemaName, DriftList problems)
    {
        if (section.Value is not JsonObject flags)
        {
            problems.AddSection(
                DriftRules.WrongType, section.Value.Range, section.Name,
                $"Section '{section.Name}'", "an object of flags", JsonWords.Show(section.Value));
            return;
        }

        MeantNames meant = new(declared.Flags.Keys);
        foreach (var flag in flags.Members.Where(flag => !declared.IsOpen && !declared.Flags.ContainsKey(flag.Name)))
        {
            problems.AddFlag(
                DriftRules.Undeclared, flag.NameRange, section.Name, flag.Name,
                schemaName, $"flag '{section.Name}.{flag.Name}'", meant.DidYouMean(flag.Name));
        }

        foreach (var missing in declared.Flags.Keys.Where(key => flags.Find(key) is null && !meant.Contains(key)))
        {
            problems.AddFlag(
                DriftRules.Missing, section.NameRange, section.Name, missing,
                $"Flag '{section.Name}.{missing}'", schemaName);
        }
    }
}
