using System.Globalization;
using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>The slider shows exactly what the running program answers at its instant.</summary>
[Collection(SharedBrowser.Name)]
public class PlanSliderTests(Browser browser)
{
    private static readonly IReadOnlyList<string> Hosts = Sample.Hosts(300);
    private static readonly string Html = Sample.Page(hosts: Hosts);

    [BrowserFact]
    public async Task At_first_it_stands_at_now()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        Assert.Equal("Thu 2030-12-19 09:30Z", await opened.TextAsync("#when"));
        Assert.Equal("now", await opened.TextAsync("#distance"));
        await AssertAgreesAsync(opened);
    }

    [BrowserFact]
    public async Task Each_key_shows_what_the_program_answers()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        await opened.Page.Locator("#slider").FocusAsync();

        foreach (var key in (string[])
            ["ArrowRight", "ArrowUp", "PageUp", "ArrowLeft", "ArrowDown", "PageDown", "End", "Home"])
        {
            var before = await opened.TextAsync("#when");
            await opened.Page.Keyboard.PressAsync(key);
            Assert.NotEqual(before, await opened.TextAsync("#when"));
            await AssertAgreesAsync(opened);
        }
    }

    [BrowserTheory]
    [InlineData("ArrowLeft", "Thu 2030-12-19 09:00Z")]
    [InlineData("ArrowRight", "Thu 2030-12-19 10:00Z")]
    public async Task A_step_skips_no_place(string key, string expected)
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.Locator("#slider").PressAsync(key);

        Assert.Equal(expected, await opened.TextAsync("#when"));
    }

    [BrowserFact]
    public async Task A_click_shows_what_the_program_answers()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        var box = await opened.Page.Locator("#slider").BoundingBoxAsync();
        foreach (var across in (double[])[0.45, 0.52, 0.81])
        {
            await opened.Page.Mouse.ClickAsync(
                (float)(box!.X + 11 + across * (box.Width - 22)), box.Y + box.Height / 2);

            Assert.Equal(
                across, double.Parse(
                    (await opened.Page.Locator(".cursor").First.GetAttributeAsync("x1"))!.TrimEnd('%'),
                    CultureInfo.InvariantCulture) / 100, 2);
            await AssertAgreesAsync(opened);
        }
    }

    [BrowserFact]
    public async Task Buttons_go_from_event_to_event_and_back_to_now()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Next event" }).ClickAsync();
        Assert.Equal("Thu 2030-12-19 16:00Z", await opened.TextAsync("#when"));
        await AssertAgreesAsync(opened);

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Now", Exact = true }).ClickAsync();
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Previous event" }).ClickAsync();
        Assert.Equal("Thu 2030-12-19 08:00Z", await opened.TextAsync("#when"));
        await AssertAgreesAsync(opened);
    }

    [BrowserFact]
    public async Task An_event_of_the_list_is_shown()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.Locator(".events li").Last.GetByRole(AriaRole.Button).ClickAsync();

        Assert.Equal("Mon 2030-12-23 16:00Z", await opened.TextAsync("#when"));
        Assert.Contains("features.new_checkout", await opened.TextAsync("#announced"), StringComparison.Ordinal);
        await AssertAgreesAsync(opened);
    }

    private static async Task AssertAgreesAsync(OpenedPage opened)
    {
        var at = Answers.InstantOf(await opened.TextAsync("#when"));
        Answers answers = new(Sample.Config);
        var sides = (await opened.TextsAsync("#host-table .side")).Chunk(2).ToList();
        Assert.Equal(
            Hosts.Select(host => $"{host} {Side(answers, "fast_index", host, at)} "
                + Side(answers, "new_checkout", host, at)),
            Hosts.Select((host, i) => $"{host} {sides[i][0]} {sides[i][1]}"));

        var groups = Hosts.GroupBy(host => $"fast_index {WaveOf(answers, host, at)}")
            .Concat(Hosts.GroupBy(host => $"new_checkout {(IsEarly(answers, host, at) ? "early" : "others")}"))
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        Assert.Equal(
            groups.Select(group => Row(answers, group, at)).Append(Share(answers, "cache_minutes", Hosts[0], at)),
            (await opened.TextsAsync("tr[data-group]:not(:has-text('of the list'))")).Select(Numbers));
    }

    // As the row of a group has it.
    private static string Row(Answers answers, IGrouping<string, string> group, DateTimeOffset at)
    {
        var key = group.Key.Split(' ')[0];
        var onNew = group.Count(host => Side(answers, key, host, at) == "new");
        return $"{Share(answers, key, group.First(), at)}{onNew} of {group.Count()}";
    }

    private static string Numbers(string row) => row[(row.IndexOf(')', StringComparison.Ordinal) + 1)..]
        .Replace("early adopters", "", StringComparison.Ordinal)
        .Replace("all other hosts", "", StringComparison.Ordinal)
        .Replace("all hosts", "", StringComparison.Ordinal).Trim();

    private static string Side(Answers answers, string key, string host, DateTimeOffset at) =>
        answers.Explain(key, host, at).Side == Slowroll.Side.New ? "new" : "stable";

    // The answer to an early adopter has the share of all others.
    private static string Share(Answers answers, string key, string host, DateTimeOffset at)
    {
        var answer = answers.Explain(key, host, at);
        var share = answer switch
        {
            { Reason: not EvaluationReason.EarlyAdopter } => answer.Share!.Value,
            { Rollback: { HasBegun: true, From: var from, Until: { } until } } =>
                Math.Max(0, 100 * ((until - at) / (until - from))),
            _ => 100,
        };
        return $"{Math.Round(Math.Round(share, 6), 3).ToString("0.###", CultureInfo.InvariantCulture)} %";
    }

    private static int WaveOf(Answers answers, string host, DateTimeOffset at) =>
        answers.Explain("fast_index", host, at).Wave!.Index;

    private static bool IsEarly(Answers answers, string host, DateTimeOffset at) =>
        answers.Explain("new_checkout", host, at).Reason == EvaluationReason.EarlyAdopter;
}
