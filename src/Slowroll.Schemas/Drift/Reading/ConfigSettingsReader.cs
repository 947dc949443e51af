using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Reads what concerns a config as a whole, as the running program does, and reports every mistake at its
/// place: its settings, and the fields that control running flags.</summary>
internal static class ConfigSettingsReader
{
    /// <summary>The settings, as far as they can be read.</summary>
    /// <param name="config">The config.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static ConfigSettings Read(ConfigDocument config, DriftList problems)
    {
        if (config.Root is not { } root)
        {
            return ConfigSettings.None;
        }

        foreach (var member in root.Members.Where(
            member => SettingsGrammar<NodeValue, Rejections>.IsMisspelt(member.Name)))
        {
            Report(problems, member.NameRange, SettingsGrammar<NodeValue, Rejections>.MisspeltName(member.Name));
        }

        return root.Find(ScheduleFields.Settings) is { } settings
            ? new SettingsGrammar<NodeValue, Rejections>(new(config, problems)).Read(new(settings.Value))
            : ConfigSettings.None;
    }

    /// <summary>Checks the fields that control a flag.</summary>
    public static void CheckControls(ConfigFlag flag, DriftList problems) =>
        new ControlGrammar<NodeValue, Rejections>(new(flag.Config, problems, $"The flag '{flag.Path}': "))
            .Check(new(flag.Member.Value));

    private static void Report(DriftList problems, TextRange range, string sentence) =>
        problems.Add(DriftRules.NotJson, range, sentence);

    private sealed class Rejections(ConfigDocument? config, DriftList problems, string start = "")
        : IRolloutFaults<NodeValue>
    {
        public void Add(RolloutFault fault, NodeValue? place) =>
            Report(problems, place?.Node.Range ?? default, start + fault.Sentence);

        public string? RefusalOf(NodeValue pattern) => config?.RefusalOf((JsonString)pattern.Node);
    }
}
