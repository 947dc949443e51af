using Slowroll.AspNetCore.Reading;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Writes the page: complete, also without its script.</summary>
/// <param name="page">What it shows.</param>
/// <param name="dataLink">The address of the same data as JSON, relative to the page.</param>
internal sealed class PageWriter(ShownPage page, string dataLink)
{
    /// <summary>How many flags of a config a page has.</summary>
    public const int PageSize = 25;

    private static readonly (FlagKind Kind, string One, string Many)[] Kinds =
    [
        (FlagKind.Moving, "moves or will move", "move or will move"),
        (FlagKind.Stopped, "is held by a freeze without an end", "are held by a freeze without an end"),
        (FlagKind.Invalid, "can't be read", "can't be read"),
        (FlagKind.TakenBack, "is taken back", "are taken back"),
        (FlagKind.Ended, "has a schedule that is over", "have a schedule that is over"),
        (FlagKind.Unscheduled, "has no schedule that moves anybody", "have no schedule that moves anybody"),
        (FlagKind.WithoutNew, "has no new value", "have no new value"),
    ];

    private readonly IReadOnlyList<FlagPage> _flags =
        [.. page.Configs.Select((_, i) => page.FlagsOf(i, PageSize))];

    /// <summary>The page.</summary>
    /// <param name="cancellation">Gives up waiting; what is being written of it is kept for others.</param>
    public async Task<string> WriteAsync(CancellationToken cancellation)
    {
        var flags = await Task.WhenAll(page.Configs.Select(FlagsAsync)).WaitAsync(cancellation).ConfigureAwait(false);
        return Write(flags);
    }

    private string Write(Html[] flags) => Templates.Page.Fill(
        ("title", page.Title), ("style", Html.Markup(Templates.Style)), ("script", Html.Markup(Templates.Script)),
        ("summary", Summary()), ("now", Moment(page.At)),
        ("key", page.Query.HashKey), ("flags", page.Query.Flags),
        ("data", dataLink),
        ("answer", AnswerWriter.Write(page, _flags)),
        ("configs", Html.Join(page.Configs.Select((shown, place) => Config(shown, place, flags[place])))))
        .ToString();

    private string Summary() => page.Configs.Count == 0
        ? "This host has no flags: add them to its services, as with builder.Services.AddAppFeatures(...)."
        : $"{Amount.Of(page.Configs.Sum(config => config.Overview.Flags.Count), "flag")} in "
            + $"{Amount.Of(page.Configs.Count, "config")}, at {Moment(page.At)}.";

    private Html Config(ShownConfig shown, int place, Html flags) => Templates.Config.Fill(
        ("key", shown.Name), ("id", $"config-{place}"), ("name", shown.Name),
        ("facts", new StatusFacts(shown.Status, page.At).Write()),
        ("counts", Counts(shown, _flags[place])), ("flags", flags), ("pages", Pages(place)));

    private async Task<Html> FlagsAsync(ShownConfig shown, int place)
    {
        var flags = _flags[place];
        string WriteThem() => new FlagWriter(shown, place).Write(flags.Flags);
        return Html.Markup(page.Query.Flags.Length > 0
            ? WriteThem()
            : await shown.Overview.Parts.GetAsync(flags.Number, shown.Status.Locks, WriteThem).ConfigureAwait(false));
    }

    private string Counts(ShownConfig shown, FlagPage flags)
    {
        if (shown.Overview.Error is { } error)
            return $"The flags can't be shown: {OneLine.Message(error)}";

        if (shown.Status.Utf8Json.IsEmpty && shown.Config.FlagNames is { Count: > 0 } given)
            return $"{Amount.Of(given.Count, "flag answers", "flags answer")} what a test gave.";

        var all = Amount.Of(shown.Overview.Flags.Count, "flag");
        if (page.Query.Flags.Length > 0)
            return $"{Amount.Number(flags.Total)} of {all} with '{OneLine.Of(page.Query.Flags)}' in their names.";

        var kinds = Kinds.Select(kind => (kind.One, kind.Many, Count: shown.Overview.Count(kind.Kind)))
            .Where(kind => kind.Count > 0)
            .Select(kind => Amount.Of(kind.Count, kind.One, kind.Many))
            .ToList();
        return kinds.Count == 0 ? $"{all}." : $"{all}: {string.Join(", ", kinds)}.";
    }

    private Html Pages(int place)
    {
        var flags = _flags[place];
        if (flags.Pages == 1)
            return "";

        string Link(int number, string text) => number < 1 || number > flags.Pages
            ? $"<span class=\"kind\">{text}</span>"
            : $"<a href=\"{(Html)page.Query.WithPage(place, number)}\">{text}</a>";

        return Html.Markup($"<nav class=\"pages\" aria-label=\"Pages of {(Html)page.Configs[place].Name}\">"
            + $"{Link(1, "First")} {Link(flags.Number - 1, "Previous")} "
            + $"<span>Page {Amount.Number(flags.Number)} of {Amount.Number(flags.Pages)}</span> "
            + $"{Link(flags.Number + 1, "Next")} {Link(flags.Pages, "Last")}</nav>\n");
    }

    private static string Moment(DateTimeOffset at) =>
        ShortTime.Of(ShortTime.MicrosecondOf(at) / 1_000_000 * 1_000_000);
}
