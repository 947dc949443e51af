using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Comparing;

/// <summary>Writes a difference as a comment for a pull request: one screen for a small change.</summary>
internal static class DiffMarkdown
{
    private const int MostNames = 5;
    private const int MostMoves = 5;

    // A comment has at most 65,536 characters on GitHub.
    private const int MostFlags = 50;
    private const int MostFindings = 20;

    public static string Of(ConfigDiff diff, TextFile later)
    {
        List<string> lines =
        [
            $"### {(diff.TakesNewAway ? ":warning: " : "")}{DiffSentences.Flags(diff)}",
            "",
            $"{DiffSentences.Hosts(diff)}, if published {InstantText.Of(diff.At)}.",
        ];
        if (diff.Flags.Count > 0)
        {
            lines.AddRange(
                ["", "| flag | edit | loses `new` | gains `new` | moves |", "| --- | --- | --- | --- | --- |"]);
            lines.AddRange(
                diff.Flags.OrderByDescending(flag => flag.TakesNewAway)
                    .Take(MostFlags)
                    .Select(flag => Row(flag, diff)));
        }

        if (diff.Flags.Count > MostFlags)
            lines.AddRange(["", $"And {Amount.Of(diff.Flags.Count - MostFlags, "more flag")}."]);
        if (diff.Settings.Count + diff.Findings.Count > 0)
            lines.Add("");
        lines.AddRange(diff.Settings.Select(sentence => $"- {MarkdownText.Sentence(sentence)}."));
        lines.AddRange(diff.Findings.Take(MostFindings).Select(finding =>
            $"- line {later.PlaceOf(finding.Range.Start).Line}: **{finding.Rule.Id}** "
                + MarkdownText.Sentence(DiffSentences.Message(finding))));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Row(FlagDiff flag, ConfigDiff diff)
    {
        var edit = flag.Change == FlagChange.Changed
            ? string.Join(", ", flag.Fields.Select(MarkdownText.Name))
            : MarkdownText.Sentence(DiffSentences.Change(flag));
        var loses = flag.GoesBack ? "everybody, in part" : Who(flag.Switches.Loses, diff);
        var moves = string.Join("<br>", flag.Moves.Take(MostMoves).Select(move => $"{MarkdownText.Sentence(move)}."));
        return $"| {MarkdownText.Name($"{flag.Section}.{flag.Key}")} | {edit} "
            + $"| {(loses is null ? "nobody" : $"**{loses}**")} "
            + $"| {Who(flag.Switches.Gains, diff) ?? "nobody"} | {moves} |";
    }

    private static string? Who(Switched switched, ConfigDiff diff) =>
        DiffSentences.Who(switched, diff.Hosts, MostNames, name => OneLine.Of(name)) is { } who
            ? MarkdownText.Sentence(who)
            : null;
}
