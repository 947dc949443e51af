using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Reading;

/// <summary>Finds the member of a default whose name is a slip of the finger: a record is read without it, so it would be lost.</summary>
internal static class MisspeltMember
{
    // Where more are unknown, they are no slips, and every one of them would be held against every other.
    private const int MostSlips = 20;

    /// <summary>Where the name stands, and which one the schema says; null if none is misspelt.</summary>
    /// <param name="place">The schema of the value.</param>
    /// <param name="value">The default, or a part of it.</param>
    public static (TextRange Range, string Said)? Find(SchemaPlace place, JsonNode value)
    {
        // Who says what others may be there means them.
        if (value is not JsonObject json
            || place.Find("additionalProperties") is not (null or JsonBoolean { Value: false })
            || place.Find("patternProperties") is not null)
        {
            return null;
        }

        List<string> free = [.. place.Properties.Select(property => property.Name).Where(name => json.Find(name) is null)];
        foreach (var member in json.Members.Where(member => place.Property(member.Name) is null).Take(MostSlips))
        {
            if (NearestName.Of(member.Name, free).FirstOrDefault() is { } meant)
            {
                return (member.NameRange, $"{CSharpText.Quote(meant)}, not {CSharpText.Quote(member.Name)}");
            }
        }

        return null;
    }
}
