using System.Globalization;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.Comparing;

/// <summary>The sentences of a difference that all formats for people have.</summary>
internal static class DiffSentences
{
    /// <summary>How many flags differ.</summary>
    public static string Flags(ConfigDiff diff) => diff.Flags.Count == 0
        ? $"No flag differs ({Amount.Of(diff.Unchanged, "flag")})"
        : $"{Amount.Number(diff.Flags.Count)} of {Amount.Of(diff.Flags.Count + diff.Unchanged, "flag")} "
            + (diff.Flags.Count == 1 ? "differs" : "differ");

    /// <summary>How many hosts switch at once.</summary>
    public static string Hosts(ConfigDiff diff)
    {
        if (diff is not { Hosts: { } all, Switching: { } switching })
        {
            return diff.TakesNewAway ? "Somebody loses new, or may"
                : diff.Flags.Any(flag => flag.Switches.Gains.IsAnybody) ? "Somebody gains new; nobody loses it"
                : "Nobody switches at once";
        }

        var losing = diff.Losing is > 0 and var lost
            ? $"; {Amount.Number(lost)} of them {(lost == 1 ? "loses" : "lose")} new"
            : "";
        return $"{(switching == 0 ? "None" : Amount.Number(switching))} of {Amount.Of(all, "host")} "
            + (switching == 1 ? "switches at once" : "switch at once") + losing;
    }

    /// <summary>Who switches in one direction; null for nobody.</summary>
    /// <param name="switched">They.</param>
    /// <param name="hosts">How many hosts there are; null without a list.</param>
    /// <param name="most">How many names are shown.</param>
    /// <param name="shown">Writes a name.</param>
    public static string? Who(Switched switched, int? hosts, int most, Func<string, string> shown)
    {
        if (!switched.IsAnybody)
            return null;

        var names = switched.Names.Take(most).Select(shown).ToList();
        var count = switched.Count ?? switched.Names.Count;
        var list = string.Join(", ", names)
            + (count > names.Count && names.Count > 0 ? $" and {Amount.Number(count - names.Count)} more" : "");
        if (switched.Count is { } exact)
            return $"{Amount.Number(exact)} of {Amount.Of(hosts ?? exact, "host")}: {list}";

        return string.Join("; ",
        [
            .. switched.Shares.Select(share =>
                $"{(share.IsKnown ? "" : "up to ")}{Percent(share.Share)} of {share.Group}"
                    + (share.IsKnown ? "" : ", if there are such hosts")),
            .. names.Count > 0 ? [list] : Array.Empty<string>(),
            .. switched.Others,
        ]);
    }

    /// <summary>A share from 0 to 1 in per cent.</summary>
    public static string Percent(double share) => PercentText.Rough(share * 100);

    /// <summary>The message of a finding.</summary>
    public static string Message(DriftProblem problem) => string.Format(
        CultureInfo.InvariantCulture, problem.Rule.Message,
        MessageText.Arguments(problem.Rule.Message, problem.Arguments));

    /// <summary>How a flag differs, in words.</summary>
    public static string Change(FlagDiff flag) => flag.Change switch
    {
        FlagChange.Added => "new flag",
        FlagChange.Removed => "removed",
        FlagChange.Moved => "moved by the settings",
        FlagChange.Reworded => "written in another way; the same for every host at every time",
        _ => string.Join(", ", flag.Fields.Select(field => OneLine.Of(field))),
    };
}
