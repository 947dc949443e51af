using System.Text.Json;
using Slowroll.Patterns;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Checks what the patterns of all flags of a config cost together, before anybody asks for a flag.</summary>
/// <remarks>Of two flags with one name the last one counts, as everywhere; a flag without <c>new</c> has no patterns.
/// The build has the same rules in a <c>ConfigPatterns</c> of its own.</remarks>
internal static class ConfigPatterns
{
    /// <summary>Why flags can't be used, by the start of their texts; null if none costs too much.</summary>
    /// <remarks>Costs two vectorised searches for a config that has neither the field nor an escape that could spell
    /// it.</remarks>
    public static Dictionary<int, string>? FindRefused(
        ReadOnlySpan<byte> utf8Json, Dictionary<string, Dictionary<string, Range>> sections, PatternBudget budget)
    {
        if (!MayHavePatterns(utf8Json))
            return null;

        Dictionary<int, string>? refused = null;
        foreach (var flag in FlagsWithPatterns(utf8Json, sections))
        {
            if (Spend(utf8Json[flag], budget) is { } why)
                (refused ??= []).Add(flag.Start.Value, why);
        }

        return refused;
    }

    // In the order of the document. The order of the dictionaries is another one if a flag comes twice.
    private static List<Range> FlagsWithPatterns(
        ReadOnlySpan<byte> utf8Json, Dictionary<string, Dictionary<string, Range>> sections)
    {
        var found = new List<Range>();
        foreach (var flags in sections.Values)
        {
            foreach (var flag in flags.Values)
            {
                if (MayHavePatterns(utf8Json[flag]))
                    found.Add(flag);
            }
        }

        found.Sort((one, other) => one.Start.Value.CompareTo(other.Start.Value));
        return found;
    }

    // A field's name may be written in escapes.
    private static bool MayHavePatterns(ReadOnlySpan<byte> text) =>
        text.IndexOf("early_adopter_patterns"u8) >= 0 || text.IndexOf(@"\u"u8) >= 0;

    // Spends for all patterns of the flag, also after one is refused, so that the same is left for the flags behind it.
    private static string? Spend(ReadOnlySpan<byte> flag, PatternBudget budget)
    {
        string? refused = null;
        foreach (var pattern in PatternsOf(flag))
        {
            var why = budget.Spend(pattern);
            refused ??= why;
        }

        return refused;
    }

    private static List<string> PatternsOf(ReadOnlySpan<byte> flag)
    {
        var reader = ConfigReader.Reopen(flag);
        var (patterns, hasNew) = (new List<string>(), false);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return patterns;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            hasNew |= IsNamed(ref reader, "new"u8);
            var arePatterns = IsNamed(ref reader, "early_adopter_patterns"u8);
            reader.Read();
            if (arePatterns)
                patterns = StringsIn(ref reader);
            else
                reader.Skip();
        }

        return hasNew ? patterns : [];
    }

    private static List<string> StringsIn(ref Utf8JsonReader reader)
    {
        var strings = new List<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return strings;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                reader.Skip();
            else if (TextOf(ref reader) is { } text)
                strings.Add(text);
        }

        return strings;
    }

    // Half a character is no text, and no known field has one. The platform would throw for each.
    private static string? TextOf(ref Utf8JsonReader reader) =>
        HasHalfCharacter(ref reader) ? null : reader.GetString();

    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        !HasHalfCharacter(ref reader) && reader.ValueTextEquals(name);

    private static bool HasHalfCharacter(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && HalfCharacters.AreIn(reader.ValueSpan);
}
