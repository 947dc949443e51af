using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;
using Spectre.Console;

namespace Slowroll.Tool.Comparing;

/// <summary>Prints a difference for people.</summary>
internal static class DiffText
{
    private const int MostNames = 10;

    public static void Print(ConfigDiff diff, TextFile later, Session session)
    {
        void Line(string text, Style? style = null) =>
            session.Console.Write(new Text(text + Environment.NewLine, style));

        Line($"{DiffSentences.Flags(diff)}; published {session.TimeText(diff.At)}.");
        Line($"{DiffSentences.Hosts(diff)}.", diff.TakesNewAway ? Color.Red : null);
        foreach (var flag in diff.Flags)
        {
            Line("");
            Line($"{OneLine.Of(flag.Section)}.{OneLine.Of(flag.Key)} ({DiffSentences.Change(flag)})",
                new Style(decoration: Decoration.Bold));
            if (Who(flag.Switches.Loses, diff) is { } losers)
                Line($"  loses new: {losers}", Color.Red);
            if (Who(flag.Switches.Gains, diff) is { } winners)
                Line($"  gains new: {winners}", Color.Green);
            foreach (var move in flag.Moves)
                Line($"  {move}.");
        }

        if (diff.Settings.Count > 0)
            Line($"{Environment.NewLine}Settings", new Style(decoration: Decoration.Bold));
        foreach (var sentence in diff.Settings)
            Line($"  {sentence}.");

        if (diff.Findings.Count > 0)
            Line("");
        foreach (var finding in diff.Findings)
        {
            var (line, column) = later.PlaceOf(finding.Range.Start);
            var isError = finding.Rule.Severity == RuleSeverity.Error;
            Line(
                $"{OneLine.Escaped(later.GivenPath)}({line},{column}): {(isError ? "error" : "warning")} "
                    + $"{finding.Rule.Id}: {DiffSentences.Message(finding)}",
                isError ? Color.Red : Color.Yellow);
        }
    }

    private static string? Who(Switched switched, ConfigDiff diff) =>
        DiffSentences.Who(switched, diff.Hosts, MostNames, name => OneLine.Of(name));
}
