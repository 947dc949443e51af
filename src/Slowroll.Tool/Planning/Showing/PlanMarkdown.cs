using Slowroll.Planning.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Prints a plan as Markdown, for pasting.</summary>
internal sealed class PlanMarkdown(ResultWriter output, PlanReport report)
{
    private const int MostRows = 50;

    private readonly PlanWords _words = new(report);

    /// <summary>Prints it.</summary>
    public void Print()
    {
        output.WriteLine($"**{MarkdownText.Sentence(_words.Summary)}**");
        PrintLimit();
        PrintTable();
        PrintList("Standing still", [.. _words.Standstills]);
        PrintList("Not readable", [.. _words.Invalid]);
        PrintList("Next", [.. report.Events.Select(one =>
            $"{ShortTime.Of(one.At)}, {_words.Countdown(one.At)}: {one.Subject} {one.Predicate}")]);
        PrintList("Busiest hours", report.HostCount is null ? [] : [.. report.Busiest.Select(busy =>
            $"{HourText.Of(report.Hours, busy.Switches.Hour)}: {HourText.Switching(busy.Switches)}")]);
        if (_words.Others is { } others)
            Paragraph(others);
    }

    private void PrintLimit()
    {
        if (report.Limit is null)
            return;

        LimitWords limit = new(report);
        Paragraph(limit.Verdict);
        PrintItems([.. limit.WorstHours]);
        if (limit.Advice is { } advice)
            Paragraph(advice);
        foreach (var note in limit.Notes)
            Paragraph(note);
    }

    private void PrintTable()
    {
        var groups = report.MovingGroups;
        if (groups.Count == 0)
            return;

        string[] titles = ["Flag", "Share", "Hosts on new", "Step", "Next", "End"];
        output.WriteLine("");
        output.WriteLine(MarkdownText.Row(titles));
        output.WriteLine(MarkdownText.Row(titles.Select(_ => "---")));
        foreach (var group in groups.Take(MostRows))
        {
            string[] cells =
            [
                group.Name, PlanWords.Share(group), PlanWords.HostsOnNew(group), PlanWords.Step(group),
                _words.Next(group), PlanWords.End(group),
            ];
            output.WriteLine(MarkdownText.Row(cells.Select(MarkdownText.Sentence)));
        }

        PrintRest(groups.Count);
    }

    private void PrintList(string title, List<string> sentences)
    {
        if (sentences.Count == 0)
            return;

        Paragraph($"{title}:");
        PrintItems(sentences);
    }

    private void PrintItems(List<string> sentences)
    {
        if (sentences.Count == 0)
            return;

        output.WriteLine("");
        foreach (var sentence in sentences.Take(MostRows))
            output.WriteLine($"- {MarkdownText.Sentence(sentence)}");
        PrintRest(sentences.Count);
    }

    private void PrintRest(int count)
    {
        if (count > MostRows)
            Paragraph($"and {Amount.Number(count - MostRows)} more");
    }

    private void Paragraph(string text)
    {
        output.WriteLine("");
        output.WriteLine(MarkdownText.Sentence(text));
    }
}
