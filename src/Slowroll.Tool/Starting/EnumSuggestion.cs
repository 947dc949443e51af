using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Starting;

/// <summary>Suggests an enum for flags whose texts look like words of a short list.</summary>
internal static class EnumSuggestion
{
    private const int MostSuggestions = 10;
    private const int LongestWord = 30;

    /// <summary>A suggestion in one line for each such flag.</summary>
    public static IEnumerable<string> For(
        IEnumerable<(string Section, string Key)> flags, ConfigDocument config) => flags
        .Select(flag => config.Find(flag.Section, flag.Key)!)
        .Select(flag => (Flag: flag, Words: WordsOf(flag.Member.Value)))
        .Where(each => each.Words is not null && Identifier.Pascal(each.Flag.Key) is not null)
        .Take(MostSuggestions)
        .Select(each => $"{each.Flag.Path}: its texts look like words of a list. For an enum, write "
            + $"\"{Identifier.Pascal(each.Flag.Key)}\": {{ \"enum\": "
            + $"[{string.Join(", ", each.Words!.Select(MessageText.Quote))}] }} "
            + "into \"$defs\", and refer to it from \"stable\" and \"new\" (docs/schema.md).");

    private static List<string>? WordsOf(JsonNode flag)
    {
        if (flag is not JsonObject rollout
            || rollout.Find(RolloutFields.Stable)?.Value is not JsonString stable
            || rollout.Find(RolloutFields.New)?.Value is not JsonString next)
        {
            return null;
        }

        List<string> words = [stable.Text, next.Text];
        return words.Distinct().Count() == 2 && words.TrueForAll(IsWord) ? words : null;
    }

    // A version such as v2 or a path is no word.
    private static bool IsWord(string text) => text.Length is > 1 and <= LongestWord
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetter(letter) || letter is '-' or '_');
}
