using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Tool.CommandLine;
using Spectre.Console;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Prints a plan for people.</summary>
internal sealed class PlanText(Session session, PlanReport report)
{
    private const int MostRows = 100;
    private const int MostHours = 24;
    private const int LongestBar = 20;
    private const int NarrowestChart = 20;
    private const int WidestName = 30;
    private const int Wide = 110;

    private readonly PlanWords _words = new(report);

    private bool IsTerminal => session.Terminal.IsTerminal;

    /// <summary>Prints it.</summary>
    public void Print()
    {
        Line(_words.Summary, IsTerminal ? "bold" : null);
        PrintLimit();
        PrintTable();
        PrintChart();
        PrintList("Standing still", [.. _words.Standstills]);
        PrintList("Not readable", [.. _words.Invalid]);
        PrintEvents();
        PrintHours();
        if (_words.Others is { } others)
        {
            Line("");
            Line(others);
        }
    }

    private void PrintLimit()
    {
        if (report.Limit is null)
            return;

        LimitWords limit = new(report);
        Line("");
        Line(limit.Verdict, report.Exceeded > 0 ? "red" : "green");
        foreach (var hour in limit.WorstHours)
            Line($"  {hour}");
        if (limit.Advice is { } advice)
            Line(advice);
        foreach (var note in limit.Notes)
            Line(note);
    }

    private void PrintTable()
    {
        var groups = report.MovingGroups;
        if (groups.Count == 0)
            return;

        // What comes next is said below too.
        var isNarrow = IsTerminal && session.Terminal.Width < Wide;
        List<(string Title, Func<PlannedGroup, string> Cell)> columns =
        [
            ("Flag", group => group.Name),
            ("Share", PlanWords.Share),
            ("Hosts on new", PlanWords.HostsOnNew),
            ("Step", isNarrow ? PlanWords.ShortStep : PlanWords.Step),
            ("Next", _words.Next),
            ("End", PlanWords.End),
        ];
        columns.RemoveAll(column => (column.Title == "Next" && isNarrow)
            || (column.Title == "Hosts on new" && report.HostCount is null));
        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        var bold = IsTerminal ? new Style(decoration: Decoration.Bold) : Style.Plain;
        foreach (var (title, _) in columns)
        {
            table.AddColumn(new TableColumn(new Text(title, bold))
            {
                NoWrap = title is "Share",
                Padding = new(0, 0, 2, 0),
            });
        }

        foreach (var group in groups.Take(MostRows))
            table.AddRow(columns.Select(column => new Text(column.Cell(group))));

        Line("");
        session.Console.Write(table);
        if (groups.Count > MostRows)
            Line($"and {Amount.Number(groups.Count - MostRows)} more; --format json has all.");
    }

    private void PrintChart()
    {
        var groups = report.MovingGroups;
        if (!IsTerminal || groups.Count == 0)
            return;

        var names = Math.Min(WidestName, session.Terminal.Width / 3);
        var width = session.Terminal.Width - names - 2;
        if (width < NarrowestChart)
            return;

        ShareChart chart = new(report, width);
        Grid grid = new();
        grid.AddColumn(new() { Width = names, NoWrap = true, Padding = new(0, 0, 1, 0) });
        grid.AddColumn(new() { Width = width, NoWrap = true, Padding = new(0, 0, 0, 0) });
        var (from, until) = (ShortTime.Of(report.Plan.At), ShortTime.Of(chart.Until));
        grid.AddRow(new Text(""), new Text(from.Length + until.Length + 2 > width
            ? until.PadLeft(width)
            : from + until.PadLeft(width - from.Length)));
        foreach (var group in chart.Rows)
        {
            grid.AddRow(
                new Text(group.Name.Length < names ? group.Name : $"{group.Name[..(names - 2)]}…"),
                new Text(chart.LineOf(group), new Style(Color.Green)));
        }

        Line("");
        session.Console.Write(grid);
        if (chart.Rest > 0)
            Line($"and {Amount.Number(chart.Rest)} more.");
    }

    private void PrintEvents() => PrintList("Next", [.. report.Events.Select(one =>
        $"{session.WithLocal(one.At)}, {_words.Countdown(one.At)}: {one.Subject} {one.Predicate}")]);

    private void PrintHours()
    {
        if (report is not { Switches: { } switches, HostCount: { } hosts })
            return;

        Line("");
        if (switches.All.Count == 0)
        {
            Line($"None of the {Amount.Of(hosts, "host")} switches until {ShortTime.Of(report.Hours.Until)}.");
            return;
        }

        Line($"Hosts that switch per hour, of {Amount.Number(hosts)}:");
        var most = switches.All.Max(hour => hour.Hosts!.Value);
        foreach (var hour in switches.All.Take(MostHours))
        {
            var bar = new string('█', Math.Max(1, LongestBar * hour.Hosts!.Value / most));
            Line($"  {HourText.Of(report.Hours, hour.Hour)} {bar.PadRight(LongestBar)} {HourText.Switching(hour)}");
        }

        if (switches.All.Count > MostHours)
        {
            var busiest = report.Busiest[0].Switches;
            Line($"  and {Amount.Number(switches.All.Count - MostHours)} more hours; the busiest is "
                + $"{HourText.Of(report.Hours, busiest.Hour)} with {HourText.Switching(busiest)}.");
        }
    }

    private void PrintList(string title, List<string> sentences)
    {
        if (sentences.Count == 0)
            return;

        Line("");
        Line($"{title}:");
        foreach (var sentence in sentences.Take(MostRows))
            Line($"  {sentence}");
        if (sentences.Count > MostRows)
            Line($"  and {Amount.Number(sentences.Count - MostRows)} more; --format json has all.");
    }

    private void Line(string text, string? style = null)
    {
        if (style is not null && session.Terminal.HasColors)
            session.Console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
        else
            session.Output.WriteLine(text);
    }
}
