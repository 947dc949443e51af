using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>Keyboard and screen reader; without a network and without a script.</summary>
[Collection(SharedBrowser.Name)]
public class PlanAccessTests(Browser browser)
{
    private static readonly string Html = Sample.Page(hosts: Sample.Hosts(30));

    [BrowserFact]
    public async Task The_page_asks_for_nothing_and_complains_of_nothing()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        Assert.StartsWith("file:///", Assert.Single(opened.Requests), StringComparison.Ordinal);
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Its_policy_lets_no_other_script_and_no_request_through()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.hacked = 1';
              document.body.append(script, Object.assign(document.createElement('img'), { src: 'https://example.com/' }));
            }
            """);

        Assert.False(await opened.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
        Assert.Equal(2, opened.Complaints.Count(complaint => complaint.Contains(
            "Content Security Policy", StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_everything_in_the_order_of_the_page()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        List<string> reached = [];
        for (var i = 0; i < 40; i++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            reached.Add(await opened.Page.EvaluateAsync<string>(
                "() => document.activeElement.id || document.activeElement.className"));
        }

        Assert.Equal(
            ["skip", "previous", "now", "following", "slider", "search", "scroll"],
            reached.Where(element => element is "skip" or "previous" or "now" or "following" or "slider" or "search"
                or "scroll").Distinct());
    }

    [BrowserFact]
    public async Task What_has_the_focus_has_a_visible_edge()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        await opened.Page.Locator("#search").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("3px", await opened.Page.EvaluateAsync<string>(
            "() => getComputedStyle(document.activeElement).outlineWidth"));
    }

    [BrowserFact]
    public async Task Roles_and_names_say_what_everything_is()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        var tree = await opened.Page.Locator("body").AriaSnapshotAsync();

        Assert.All(
            (string[])
            [
                "- banner:", "- main:", "- contentinfo:", "- navigation \"Parts of the page\":", "- region \"Time\":",
                "- region \"Flags\":", "- region \"Next events\":", "- region \"Hosts\":", "- search:",
                "- heading \"app_features.json\" [level=1]", "- heading \"features.fast_index\" [level=3]",
                "- article \"features.fast_index\":",
                "- img \"The share of features.fast_index on new over time\"",
                "- table \"On new at Thu 2030-12-19 09:30Z\":",
                "- searchbox \"Find a host\"", "- columnheader \"features.new_checkout\"",
                "- rowheader \"web-1.us.example.com\"", "- button \"Next event\"",
                "- button \"Show the plan at Thu 2030-12-19 16:00Z\"",
            ],
            line => Assert.Contains(line, tree, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task The_slider_speaks_of_instant_and_shares()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        var slider = opened.Page.GetByRole(AriaRole.Slider, new() { Name = "Who is where at" });

        await slider.PressAsync("ArrowRight");

        Assert.Equal(
            "Thu 2030-12-19 10:00Z, in 30 min; features.fast_index wave 1 (canaries) 100 %, wave 2 (eu) 3.25 %, "
                + "wave 3 (all others) 17.5 %; features.new_checkout early adopters 100 %, all other hosts 34.722 %; "
                + "features.cache_minutes 6.25 %",
            await slider.GetAttributeAsync("aria-valuetext"));
    }

    [BrowserFact]
    public async Task Without_a_script_it_shows_the_instant_of_the_plan()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html, scripts: false);

        Assert.False(await opened.Page.Locator("#time").IsVisibleAsync());
        Assert.False(await opened.Page.Locator("#search").IsVisibleAsync());
        Assert.Equal(3, await opened.Page.Locator(".chart:visible").CountAsync());
        Assert.Equal(30, await opened.Page.Locator("#host-table tbody tr:visible").CountAsync());
        Assert.Contains("15.625 %", await opened.TextAsync("#flags"), StringComparison.Ordinal);
    }
}
