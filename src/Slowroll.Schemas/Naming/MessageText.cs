using Slowroll.Schemas.Json;
using Slowroll.Texts;

namespace Slowroll.Schemas.Naming;

/// <summary>Makes text from files and users safe for a message: one line, and short.</summary>
internal static class MessageText
{
    /// <summary>A part of a message, such as a name or a value.</summary>
    public static string Of(string text) => OneLine.Of(text);

    /// <summary>A part of a message, with at most so many characters.</summary>
    public static string Of(string text, int longest) => OneLine.Of(text, longest);

    /// <summary>A path, whole.</summary>
    public static string Path(string path) => OneLine.Escaped(path);

    /// <summary>A flag by its two names.</summary>
    public static string Flag(string section, string key) => $"{Of(section)}.{Of(key)}";

    /// <summary>A text in quotation marks, as in JSON or C#.</summary>
    public static string Quote(string text) =>
        Of(text.Length <= OneLine.Longest
            ? CSharpText.Quote(text)
            : $"{CSharpText.Quote(text.Substring(0, OneLine.Longest))}…", MostQuoted);

    /// <summary>A JSON value.</summary>
    public static string Json(JsonNode node) =>
        node is JsonString { Text: var text } ? Quote(text) : Of(JsonText.Write(node));

    /// <summary>Several names with their quotation marks: the first ones, and how many more there are.</summary>
    /// <param name="names">The names.</param>
    /// <param name="most">How many are shown at most; fewer if they are long.</param>
    public static string Quote(IReadOnlyCollection<string> names, int most = 20)
    {
        List<string> shown = [];
        var length = 0;
        foreach (var quoted in names.Take(most)
            .Select(Quote)
            .TakeWhile(quoted => shown.Count == 0 || length + quoted.Length <= LongestList))
        {
            shown.Add(quoted);
            length += quoted.Length;
        }

        var list = string.Join(", ", shown);
        return shown.Count == names.Count ? list : $"{list} and {names.Count - shown.Count} more";
    }

    /// <summary>A whole message or one of its arguments, in case a part wasn't made safe.</summary>
    public static string Whole(string text) => OneLine.Message(text);

    /// <summary>The arguments of a message, so that the message is one line of at most 2,000 characters. If they are
    /// too long together, the longest are cut.</summary>
    /// <param name="format">The message without them.</param>
    /// <param name="arguments">What it names.</param>
    public static object[] Arguments(string format, IReadOnlyList<string> arguments)
    {
        var room = OneLine.LongestMessage - format.Length - arguments.Count;
        var lengths = arguments.Select(argument => Whole(argument).Length).OrderBy(length => length).ToList();
        var share = room;
        for (var at = 0; at < lengths.Count; at++)
        {
            share = room / (lengths.Count - at);
            if (lengths[at] > share)
            {
                break;
            }

            room -= lengths[at];
            share = OneLine.LongestMessage;
        }

        return [.. arguments.Select(argument => OneLine.Message(argument, share))];
    }

    // Each letter may take six when it is escaped, and the quotation marks don't count.
    private const int MostQuoted = (6 * OneLine.Longest) + 3;

    private const int LongestList = 400;
}
