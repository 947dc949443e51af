using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>Finds the flag that an argument names, as <c>section.key</c>. Section and key may have dots of their
/// own.</summary>
internal static class FlagSearch
{
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public static ConfigFlag Find(ConfigDocument config, string name)
    {
        List<ConfigFlag> found = [];
        for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            if (config.Find(name[..dot], name[(dot + 1)..]) is { Member.IsBroken: false } flag)
                found.Add(flag);
        }

        return found switch
        {
            [var only] => only,
            [var one, var other, ..] => throw new UsageException(
                $"'{Shown(name)}' may be the flag {Quoted(one)} or the flag {Quoted(other)}. Edit it by hand, or "
                    + "rename one of them."),
            _ => throw new UsageException(Unknown(config, name)),
        };
    }

    private static string Unknown(ConfigDocument config, string name)
    {
        var names = config.Flags.Select(flag => (Name: $"{flag.Section}.{flag.Key}", flag.Key)).ToList();
        var near = NearestName.Of(name, names.Select(flag => flag.Name)).FirstOrDefault()
            ?? names.FirstOrDefault(flag => flag.Key == name).Name;
        var question = UrlText.Shown(name) == name ? NearestName.Question(near) : "";
        return name.Contains('.', StringComparison.Ordinal)
            ? $"The config has no flag '{Shown(name)}'{question}."
            : $"'{Shown(name)}' is no name of a flag: write its section, a dot and its key{question}.";
    }

    private static string Quoted(ConfigFlag flag) =>
        $"'{MessageText.Of(flag.Key)}' in section '{MessageText.Of(flag.Section)}'";

    private static string Shown(string name) => OneLine.Of(UrlText.Shown(name));
}
