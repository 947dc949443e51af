using Slowroll.Planning.Texts;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Comparing;

/// <summary>Writes a difference as JSON. docs/tool/diff.md lists its fields.</summary>
internal static class DiffJson
{
    // Names of all flags together: a document of gigabytes helps nobody.
    private const int MostNames = 100_000;

    public static string Of(ConfigDiff diff, TextFile later)
    {
        var names = Math.Clamp(MostNames / Math.Max(1, diff.Flags.Count), 10, Switched.MostNames);
        return JsonResult.Of(new
        {
            at = diff.At,
            takesNewAway = diff.TakesNewAway,
            hosts = diff.Hosts,
            switching = diff.Switching,
            losing = diff.Losing,
            unchanged = diff.Unchanged,
            flags = diff.Flags.Select(flag => new
            {
                section = flag.Section,
                key = flag.Key,
                change = flag.Change.ToString().ToLowerInvariant(),
                fields = flag.Fields,
                takesNewAway = flag.TakesNewAway,
                loses = Of(flag.Switches.Loses, names),
                gains = Of(flag.Switches.Gains, names),
                schedules = flag.Schedules.Select(move =>
                    new { group = move.Group, before = Of(move.Before), after = Of(move.After) }),
                moves = flag.Moves,
            }),
            settings = diff.Settings,
            findings = diff.Findings.Select(finding => new
            {
                rule = finding.Rule.Id,
                severity = finding.Rule.Severity.ToString().ToLowerInvariant(),
                line = later.PlaceOf(finding.Range.Start).Line,
                column = later.PlaceOf(finding.Range.Start).Column,
                message = DiffSentences.Message(finding),
            }),
        });
    }

    private static object Of(Switched switched, int names) => new
    {
        count = switched.Count,
        hosts = switched.Names.Take(names),
        shares = switched.Shares.Select(share => new
        {
            group = share.Group,
            percent = Math.Round(share.Share * 100, 6),
            isKnown = share.IsKnown,
        }),
        others = switched.Others,
    };

    private static object? Of(ScheduleFacts? facts) => facts is null ? null : new
    {
        starts = ShortTime.InstantOf(facts.Start),
        ends = ShortTime.InstantOf(facts.End),
        percent = Math.Round(facts.Share * 100, 6),
    };
}
