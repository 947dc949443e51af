using Slowroll.AspNetCore.Reading;
using Slowroll.Charts;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Writes the flags of a page: those that move with their charts, the others in a table.</summary>
/// <param name="shown">Their config.</param>
/// <param name="place">Its place on the page.</param>
internal sealed class FlagWriter(ShownConfig shown, int place)
{
    private const int MostGroups = 6;

    // A line over a year of opening hours has about a thousand corners; a hostile config has more of them.
    private const int MostCorners = 20_000;

    private readonly long _at = shown.Overview.At;
    private int _corners;
    private int _number;

    /// <summary>The flags.</summary>
    public string Write(IReadOnlyList<FlagState> flags)
    {
        var moving = Html.Join(flags.Where(flag => flag.HasChart).Select(Moving)).ToString();
        List<FlagState> others = [.. flags.Where(flag => !flag.HasChart)];
        return others.Count == 0 ? moving : moving + Templates.Others.Fill(
            ("caption", $"{Amount.Of(others.Count, "flag")} to which nothing is to come"),
            ("rows", Html.Join(others.Select(Other))));
    }

    private Html Moving(FlagState state)
    {
        var id = $"flag-{place}-{_number++}";
        var flag = state.Moves!;
        var timeline = PageTimeline.Around(_at, flag.Time is { } time ? [time] : []);
        List<LineTrace> lines =
            [.. flag.Groups.Take(MostGroups).Select(group => LineTrace.Of(group.Group.Course, timeline))];
        _corners += lines.Sum(line => line.Points.Count);
        var places = FlagChart.Lines(lines);
        return Templates.Flag.Fill(
            ("key", flag.Name), ("id", id), ("name", flag.Name), ("values", FlagWords.Values(flag.Rollout)),
            ("states", Sentences(state, sentence => $"<li>{sentence}</li>\n")),
            ("chart", Html.Markup(_corners > MostCorners
                ? "<p class=\"note\">The chart is left out: the flags of this page have too many steps.</p>"
                : $"<div class=\"figure\">{PageChart.Draw(FlagChart.Of(flag, lines, timeline), id)}</div>")),
            ("groups", Html.Join(lines.Select((_, i) => Group(flag.Groups[i].Name, flag.Groups[i].Group, places[i])))),
            ("more", Html.Markup(flag.Groups.Count <= MostGroups ? ""
                : $"<p class=\"note\">And {Amount.Of(flag.Groups.Count - MostGroups, "more wave")}.</p>\n")));
    }

    private Html Group(string name, Schemas.Drift.Comparing.HostGroup group, int? line)
    {
        var share = GroupState.PercentAt(group.Course, _at);
        return Templates.Group.Fill(
            ("swatch", Html.Markup(line is { } drawn ? PageChart.Swatch(drawn) : "")), ("name", name),
            ("share", PercentText.Of(share)), ("color", line is { } colored ? PageChart.Color(colored) : ""),
            ("width", PageText.Width(share)));
    }

    private Html Other(FlagState state) => Templates.Other.Fill(
        ("name", state.Flag.Name), ("class", state.Kind == FlagKind.Invalid ? "bad" : ""),
        ("words", Html.Join(
        [
            Sentences(state, sentence => $"{sentence} "),
            Html.Markup(state.Flag.Rollout is { } rollout
                ? $"<span class=\"values\">{(Html)FlagWords.Values(rollout)}</span>"
                : ""),
        ])));

    private Html Sentences(FlagState state, Func<Html, string> wrap) => Html.Join(
        StateWords.Of(state, shown.LockOf(state.Flag), _at).Select(
            sentence => Html.Markup(wrap(Html.Sentence(sentence)))));
}
