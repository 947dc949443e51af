using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2001: a section or a key that no schema has.</summary>
internal static class FlagNameRule
{
    private const int Offered = 3;

    public static Diagnostic? Check(FlagMention mention, SchemaSelection schemas)
    {
        if (!schemas.IsComplete || mention is not { SectionName: { } section, Section: { } sectionPlace })
        {
            return null;
        }

        return !schemas.Sections.Contains(section)
            ? Unknown(sectionPlace, $"Section '{MessageText.Of(section)}'", section, schemas.Sections)
            : mention is { KeyName: { } key, Key: { } keyPlace }
                ? Unknown(keyPlace, $"Flag '{MessageText.Flag(section, key)}'", key, schemas.Keys(section))
            : null;
    }

    private static Diagnostic Unknown(IOperation place, string what, string name, IEnumerable<string> candidates)
    {
        List<string> nearest = [.. NearestName.Of(name, candidates).Take(Offered)];
        var wayOut = nearest.Count > 0
            ? $"did you mean {string.Join(" or ", nearest.Select(near => $"'{MessageText.Of(near)}'"))}?"
            : "correct the name, or add it to the schema";
        return RuleReport.Create(
            FlagUseRules.UnknownFlag,
            place.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(FixHints.Nearest, string.Join("\n", nearest)),
            what,
            wayOut);
    }
}
