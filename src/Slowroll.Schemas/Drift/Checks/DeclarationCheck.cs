using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Compares the names in a config with those in its schema, both ways.</summary>
internal static class DeclarationCheck
{
    /// <returns>Flags that were removed from the schema: they are finished, and their names aren't misspellings of
    /// declared flags.</returns>
    public static HashSet<JsonMember> Check(
        JsonObject root, DeclaredSchema schema, DriftSettings settings, DriftList problems)
    {
        HashSet<JsonMember> removed = [];
        NameSuggestions meant = new(schema.Sections.Keys);
        foreach (var member in root.Members)
        {
            if (schema.Sections.TryGetValue(member.Name, out var declared))
            {
                removed.UnionWith(RemovedFlags(member, declared, settings));
                CheckSection(member, declared, schema.FileName, removed, problems);
            }
            else if (member is { Name: ScheduleFields.Settings })
            {
                CheckSettings(member, schema, problems);
            }
            else if (!schema.IsOpen
                && member is not { Name: "$schema", Value: JsonString })
            {
                problems.AddSection(
                    DriftRules.Undeclared, member.NameRange, member.Name,
                    schema.FileName, $"section '{MessageText.Of(member.Name)}'", meant.DidYouMean(member.Name));
            }
        }

        // Only the brace, so that an editor doesn't underline the whole file.
        TextRange opening = new(root.Range.Start, root.Range.Start + 1);
        foreach (var missing in schema.Sections.Where(
            section => section.Value.Flags.Count > 0 && root.Find(section.Key) is null && !meant.Contains(section.Key)))
        {
            problems.AddSection(
                DriftRules.Missing, opening, missing.Key, $"Section '{MessageText.Of(missing.Key)}'", schema.FileName);
        }

        return removed;
    }

    private static void CheckSettings(JsonMember settings, DeclaredSchema schema, DriftList problems)
    {
        if (settings.Value is JsonObject && schema.MissingSettings is { } reference)
        {
            problems.AddSection(
                DriftRules.UndeclaredSettings, settings.NameRange, settings.Name,
                schema.FileName,
                MessageText.Of($$"""{{JsonText.Quote(settings.Name)}}: { "$ref": {{JsonText.Quote(reference)}} }"""));
        }
    }

    private static IEnumerable<JsonMember> RemovedFlags(
        JsonMember section, DeclaredSection declared, DriftSettings settings)
    {
        if (declared.IsOpen || section.Value is not JsonObject flags)
        {
            return [];
        }

        NameSuggestions missing = new([.. declared.Flags.Keys.Where(key => flags.Find(key) is null)]);
        return flags.Members.Where(flag => !declared.Flags.ContainsKey(flag.Name)
            && FinishedCheck.IsFinished(new(section.Name, flag), settings)
            && missing.DidYouMean(flag.Name) is "");
    }

    private static void CheckSection(
        JsonMember section,
        DeclaredSection declared,
        string schemaName,
        HashSet<JsonMember> removed,
        DriftList problems)
    {
        if (section.Value is not JsonObject flags)
        {
            problems.AddSection(
                DriftRules.WrongType, section.Value.Range, section.Name,
                $"Section '{MessageText.Of(section.Name)}'", "an object of flags", JsonDescription.Show(section.Value));
            return;
        }

        NameSuggestions meant = new(declared.Flags.Keys);
        foreach (var flag in flags.Members.Where(
            flag => !declared.IsOpen && !declared.Flags.ContainsKey(flag.Name) && !removed.Contains(flag)))
        {
            problems.AddFlag(
                DriftRules.Undeclared, flag.NameRange, section.Name, flag.Name,
                schemaName, $"flag '{MessageText.Flag(section.Name, flag.Name)}'", meant.DidYouMean(flag.Name));
        }

        foreach (var missing in declared.Flags.Keys.Where(key => flags.Find(key) is null && !meant.Contains(key)))
        {
            problems.AddFlag(
                DriftRules.Missing, section.NameRange, section.Name, missing,
                $"Flag '{MessageText.Flag(section.Name, missing)}'", schemaName);
        }
    }
}
