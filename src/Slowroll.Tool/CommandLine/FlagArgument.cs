using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>Finds the flag that an argument names by its section and its key with a dot between them.</summary>
/// <remarks>Sections and keys may have dots themselves: each dot is tried. Where two flags have the same name, the
/// section is written in quotation marks: <c>"a.b".c</c>.</remarks>
internal static class FlagArgument
{
    /// <summary>The flag.</summary>
    /// <param name="config">The config; one that is readable.</param>
    /// <param name="given">The argument.</param>
    /// <param name="hint">What else could have been meant, as a sentence; null for nothing.</param>
    /// <exception cref="UsageException">The config has no such flag, or two.</exception>
    public static ConfigFlag Find(ConfigDocument config, string given, string? hint = null) =>
        All(config, given) switch
        {
            [var flag] => flag,
            [var one, var other, ..] => throw new UsageException(
                $"'{Shown(given)}' may be {Quoted(one)} or {Quoted(other)}: write the section in quotation marks."),
            _ => throw new UsageException(Missing(config, given, hint)),
        };

    /// <summary>All flags that an argument may name: none, one, or several that have dots in their names.</summary>
    public static IReadOnlyList<ConfigFlag> All(ConfigDocument config, string given)
    {
        List<ConfigFlag> found = [];
        for (var dot = given.IndexOf('.'); dot >= 0; dot = given.IndexOf('.', dot + 1))
        {
            if (config.Find(given[..dot], given[(dot + 1)..]) is { Member.IsBroken: false } flag)
                found.Add(flag);
        }

        return found.Count == 0 && InQuotes(config, given) is { Member.IsBroken: false } quoted ? [quoted] : found;
    }

    /// <summary>The name of a flag that is similar to an argument, or whose key alone it is; null if there is
    /// none.</summary>
    public static string? Near(ConfigDocument config, string given)
    {
        List<ConfigFlag> flags = [.. config.Flags];
        return flags.Find(flag => flag.Key == given) is { } ofKey
            ? NameOf(ofKey)
            : NearestName.Of(given, flags.Select(NameOf)).FirstOrDefault();
    }

    /// <summary>The question "did you mean ...?" behind an argument that names no flag; empty if none is
    /// similar.</summary>
    public static string Question(ConfigDocument config, string given) =>
        UrlText.Shown(given) == given ? NearestName.Question(Near(config, given)) : "";

    private static string NameOf(ConfigFlag flag) => $"{flag.Section}.{flag.Key}";

    private static string Missing(ConfigDocument config, string given, string? hint)
    {
        var question = Question(config, given);
        var remedy = hint
            ?? (question.Length > 0 || given.Contains('.', StringComparison.Ordinal)
                ? ""
                : "Write its section, a dot and its key.");
        return $"The config has no flag '{Shown(given)}'{question}. {remedy}".TrimEnd();
    }

    // "section".key; the key may be in quotation marks too.
    private static ConfigFlag? InQuotes(ConfigDocument config, string given)
    {
        const string Between = "\".";
        if (given is not ['"', ..] || given.IndexOf(Between, 1, StringComparison.Ordinal) is not (> 0 and var end))
            return null;

        var key = given[(end + Between.Length)..];
        return config.Find(given[1..end], key is ['"', .. var inner, '"'] ? inner : key);
    }

    private static string Quoted(ConfigFlag flag) => $"\"{OneLine.Of(flag.Section)}\".{OneLine.Of(flag.Key)}";

    private static string Shown(string given) => OneLine.Of(UrlText.Shown(given));
}
