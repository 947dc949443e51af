using Slowroll.Charts;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Writes the page of a plan as one file of HTML, which loads nothing.</summary>
/// <remarks>Its policy names style and script by their hashes: a browser runs and applies nothing else, even if a text
/// were to become markup. Without the script the page shows the instant of the plan.</remarks>
internal sealed class PlanPageWriter
{
    private const int LongestLabel = 40;

    private static readonly HtmlTemplate Page = Template("page.html");
    private static readonly HtmlTemplate Flag = Template("flag.html");
    private static readonly HtmlTemplate Group = Template("group.html");
    private static readonly HtmlTemplate GroupHosts = Template("group-hosts.html", isPiece: true);
    private static readonly HtmlTemplate Event = Template("event.html");
    private static readonly HtmlTemplate Hosts = Template("hosts.html");
    private static readonly HtmlTemplate HostHead = Template("host-head.html", isPiece: true);
    private static readonly HtmlTemplate Host = Template("host.html");
    private static readonly HtmlTemplate Cell = Template("cell.html", isPiece: true);
    private static readonly HtmlTemplate Period = Template("period.html", isPiece: true);
    private static readonly HtmlTemplate CellGroup = Template("cell-group.html", isPiece: true);
    private static readonly HtmlTemplate Still = Template("still.html");
    private static readonly HtmlTemplate StillList = Template("still-list.html");

    private readonly PlanPage _page;
    private readonly string _now;
    private int _groups;

    private PlanPageWriter(PlanPage page) => (_page, _now) = (page, PageText.Instant(page.Timeline.At));

    /// <summary>The page.</summary>
    public static string Write(PlanPage page) => new PlanPageWriter(page).Write();

    private string Write()
    {
        var style = $"{PageStyle.Css}{HtmlTemplate.Read(typeof(PlanPageWriter), "page.css")}";
        var script = HtmlTemplate.Read(typeof(PlanPageWriter), "page.js");
        return Page.Fill(
            ("styleHash", PageStyle.HashOf(style)), ("scriptHash", PageStyle.HashOf(script)),
            ("style", Html.Markup(style)), ("script", Html.Markup(script)),
            ("title", _page.Title), ("summary", Html.Sentence(Summary())), ("nowLabel", _now),
            ("hostsLink", Html.Markup(_page.Hosts is null ? "" : "<a href=\"#hosts\">Hosts</a> ")),
            ("sliderMax", $"{_page.Timeline.Grid.Count - 1}"),
            ("sliderNow", $"{_page.Timeline.NearestOnGrid(_page.Timeline.At)}"),
            ("flags", _page.Flags.Count == 0
                ? Html.Markup("<p>No flag moves in this time.</p>")
                : Html.Join(_page.Flags.Select(FlagOf))),
            ("events", _page.Events.Count == 0
                ? Html.Markup("<p>Nothing happens any more.</p>")
                : Html.Markup($"<ol class=\"events card\">\n{Html.Join(_page.Events.Select(EventOf))}</ol>")),
            ("hosts", _page.Hosts is { } hosts ? HostsOf(hosts) : ""),
            ("notes", Html.Join(_page.LeftOut.Select(note => Html.Markup($"<p class=\"note\">{(Html)note}</p>\n"))
                .DefaultIfEmpty(Html.Markup(
                    _page.StillFlags.Count == 0 ? "<p>Nothing is left out.</p>\n" : "")))),
            ("still", StillFlags()),
            ("data", Html.Markup(new PageData(_page).Write()))).ToString();
    }

    private string Summary()
    {
        var flags = Amount.Of(_page.Flags.Count, "flag moves", "flags move");
        var hosts = _page.Hosts is null ? ""
            : $" Numbers of hosts are of a list of {Amount.Number(_page.Hosts.Total)}.";
        return $"{flags} between {PageText.Instant(_page.Timeline.From)} and {PageText.Instant(_page.Timeline.Until)}."
            + hosts;
    }

    private Html FlagOf(PageFlag flag, int number) => Flag.Fill(
        ("id", $"flag-{number}"), ("name", flag.Name), ("values", flag.Values),
        ("states", Html.Join(flag.States.Select(state => Html.Markup($"<li>{Html.Sentence(state)}</li>\n")))),
        ("nowLabel", _now),
        ("chart", Html.Markup(PageChart.Draw(flag.Chart, $"flag-{number}"))),
        ("hostsHead", Html.Markup(
            flag.Groups.Any(group => group.OnNew is not null) ? "<th scope=\"col\" class=\"number\">Hosts</th>" : "")),
        ("groups", Html.Join(flag.Groups.Select(GroupOf))),
        ("class", flag.Groups.Any(group => group.OnNew is not null) ? "groups with-hosts" : "groups"));

    private Html GroupOf(PageGroup group)
    {
        var share = group.Shares[_page.Timeline.Now];
        return Group.Fill(
            ("number", $"{_groups++}"), ("name", group.Name), ("share", PercentText.Of(share)),
            ("width", PageText.Width(share)),
            ("color", group.Line is { } colored ? PageChart.Color(colored) : ""),
            ("swatch", Html.Markup(group.Line is { } line ? PageChart.Swatch(line) : "")),
            ("hosts", group.OnNew is { } counts
                ? GroupHosts.Fill(
                    ("count", Amount.Number(counts[_page.Timeline.Now])), ("total", Amount.Number(group.Hosts)))
                : ""));
    }

    private Html EventOf(PlannedEvent happening) => Event.Fill(
        ("stop", $"{_page.Timeline.FirstStopFrom(happening.At)}"), ("machine", PageText.Machine(happening.At)),
        ("instant", PageText.Instant(happening.At)),
        ("distance", PageText.Distance(happening.At, _page.Timeline.At)),
        ("subject", happening.Subject), ("words", Html.Sentence(happening.Predicate)));

    private Html HostsOf(PageHosts hosts)
    {
        List<string> labels = [.. hosts.Flags.Select(flag => OneLine.Of(flag, LongestLabel))];
        return Hosts.Fill(
            ("nowLabel", _now),
            ("heads", Html.Join(hosts.Flags.Select(flag => HostHead.Fill(("name", flag))))),
            ("rows", Html.Join(hosts.Rows.Select(host => Host.Fill(
                ("name", host.Name),
                ("cells", Html.Join(host.Cells.Select((cell, i) => CellOf(cell, labels[i])))))))));
    }

    private Html CellOf(PageCell cell, string label)
    {
        var isOn = cell.OnNew.From <= _page.Timeline.At && _page.Timeline.At < cell.OnNew.Until;
        return Cell.Fill(
            ("label", label), ("class", isOn ? "side on" : "side"), ("side", isOn ? "new" : "stable"),
            ("period", Html.Join(PageText.Period(cell.OnNew).Select(line => Period.Fill(("period", line))))),
            ("group", cell.Group == "" ? "" : CellGroup.Fill(("group", cell.Group))));
    }

    private Html StillFlags() => _page.StillFlags.Count == 0 ? "" : StillList.Fill(
        ("count", Amount.Of(_page.StillFlags.Count, "flag that doesn't move", "flags that don't move")),
        ("flags", Html.Join(_page.StillFlags.Select(
            flag => Still.Fill(("name", flag.Name), ("state", Html.Sentence(flag.State)))))));

    private static HtmlTemplate Template(string file, bool isPiece = false) =>
        HtmlTemplate.Of(typeof(PlanPageWriter), file, isPiece);
}
