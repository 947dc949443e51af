using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Comparing;

/// <summary>What changes when a config replaces another one.</summary>
internal sealed record ConfigDiff
{
    /// <summary>When the later config replaces the earlier one.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The flags that differ, in the order of the later config; then those that are gone.</summary>
    public required IReadOnlyList<FlagDiff> Flags { get; init; }

    /// <summary>How many flags are the same.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How the settings differ, in sentences.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>What the rules about edits report.</summary>
    public required IReadOnlyList<DriftProblem> Findings { get; init; }

    /// <summary>How many hosts there are; null without a list.</summary>
    public required int? Hosts { get; init; }

    /// <summary>How many of them switch at once, each counted once; null without a list.</summary>
    public required int? Switching { get; init; }

    /// <summary>How many of them lose <c>new</c>, each counted once; null without a list.</summary>
    public required int? Losing { get; init; }

    /// <summary>Whether the edit takes <c>new</c> away from somebody, or may.</summary>
    public bool TakesNewAway => Flags.Any(flag => flag.TakesNewAway);

    /// <summary>Compares two configs.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="at">When the later one replaces the earlier one.</param>
    /// <param name="hosts">The hosts; null where they are not known.</param>
    /// <param name="hasher">What gives hosts their buckets.</param>
    /// <param name="timeText">Writes an instant.</param>
    public static ConfigDiff Of(
        ConfigDocument before, ConfigDocument after, DateTimeOffset at, HostList? hosts, Func<string, uint> hasher,
        Func<DateTimeOffset, string> timeText)
    {
        var instant = Schedule.MicrosecondsOf(at.UtcDateTime);
        var switching = hosts is null ? null : new SwitchingHosts(hosts);
        FlagComparison comparison = new(SwitchesOf(hosts, switching, hasher, instant), instant, timeText);
        var names = NamesOf(before, after);
        var haveSameSettings = TextOfSettings(before) == TextOfSettings(after);
        var flags = names.AsParallel().AsOrdered()
            .Select(name => haveSameSettings && HaveSameText(before, after, name)
                ? null
                : comparison.Compare(
                    name.Section, name.Key, new(before, name.Section, name.Key), new(after, name.Section, name.Key)))
            .OfType<FlagDiff>()
            .ToList();
        return new()
        {
            At = at,
            Flags = flags,
            Unchanged = names.Count - flags.Count,
            Settings = haveSameSettings ? [] : [.. SettingsMoves.Between(before, after, instant, timeText)],
            Findings = EditFindings.In(after, flags, instant),
            Hosts = hosts?.Count,
            Switching = switching?.All.Count,
            Losing = switching?.Losing.Count,
        };
    }

    private static Func<FlagEdit, Switches> SwitchesOf(
        HostList? hosts, SwitchingHosts? switching, Func<string, uint> hasher, long instant)
    {
        if (hosts is null || switching is null)
        {
            ShareSwitches shares = new(hasher);
            return edit => shares.Of(edit, instant);
        }

        HostSwitches exact = new(hosts, new(hosts), new(hosts));
        return edit => exact.Of(edit, instant, switching);
    }

    private static List<(string Section, string Key)> NamesOf(ConfigDocument before, ConfigDocument after) =>
        [.. after.Flags.Concat(before.Flags).Select(flag => (flag.Section, flag.Key)).Distinct()];

    private static bool HaveSameText(
        ConfigDocument before, ConfigDocument after, (string Section, string Key) name) =>
        before.Find(name.Section, name.Key) is { } earlier
            && after.Find(name.Section, name.Key) is { } later
            && TextOf(before, earlier.Member.Value).SequenceEqual(TextOf(after, later.Member.Value));

    private static string TextOfSettings(ConfigDocument config) =>
        config.Root?.Find(ScheduleFields.Settings) is { } settings ? TextOf(config, settings.Value).ToString() : "";

    private static ReadOnlySpan<char> TextOf(ConfigDocument config, JsonNode node) =>
        config.Text.AsSpan(node.Range.Start, node.Range.Length);
}
