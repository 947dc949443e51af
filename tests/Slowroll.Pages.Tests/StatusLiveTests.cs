using Microsoft.Playwright;
using Slowroll.AspNetCore.Tests;

namespace Slowroll.Pages.Tests;

/// <summary>The status page of a real server stays up to date without being reloaded.</summary>
[Collection(SharedBrowser.Name)]
public class StatusLiveTests(Browser browser)
{
    [BrowserFact]
    public async Task A_new_config_is_shown_and_nothing_is_lost()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);
        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, "/slowroll"));
        var page = opened.Page;
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await page.Locator("#named").FillAsync("old");
        await Assertions.Expect(page.Locator(".others tbody tr")).ToHaveCountAsync(1);
        await page.Locator("#named").FillAsync("");
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(3);
        await page.EvaluateAsync("() => { window.sameDocument = true; window.scrollTo(0, 40); }");
        await page.Locator("#key").FocusAsync();
        await page.Keyboard.TypeAsync("web-7.ap");
        await page.Keyboard.PressAsync("ArrowLeft");

        host.Source.Set(PageHost.Config.Replace("old_parser", "brand_new", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator("th:has-text('features.brand_new')").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("features.old_parser")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#announced")).ToHaveTextAsync("The config has changed.");
        await Assertions.Expect(page.Locator("#key")).ToBeFocusedAsync();
        Assert.Equal("web-7.ap", await page.Locator("#key").InputValueAsync());
        Assert.Equal(7, await page.EvaluateAsync<int>("() => document.activeElement.selectionStart"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument"));
        Assert.Equal(40, await page.EvaluateAsync<int>("() => window.scrollY"));
        Assert.Empty(opened.Complaints);
        Assert.All(opened.Requests, request => Assert.StartsWith(host.Url.AbsoluteUri, request));
    }

    [BrowserFact]
    public async Task Focus_in_what_is_replaced_stays()
    {
        var flags = string.Join(",", Enumerable.Range(0, 60).Select(i => $$"""
            "flag_{{i}}": { "stable": {{i}} }
            """));
        await using var host = await PageHost.StartAsync($$"""{ "f": { {{flags}} } }""");
        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, "/slowroll"));
        var next = opened.Page.GetByRole(AriaRole.Link, new() { Name = "Next" });
        await next.FocusAsync();

        host.Source.Set($$"""{ "f": { "flag_x": { "stable": 1 }, {{flags}} } }""");

        await Assertions.Expect(opened.Page.Locator("#lede")).ToContainTextAsync("61 flags");
        await Assertions.Expect(next).ToBeFocusedAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opened.Page.GetByText("Page 2 of 3")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_box_answers_while_one_types_and_without_the_script()
    {
        await using var host = await PageHost.StartAsync();
        foreach (var scripts in (bool[])[true, false])
        {
            await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, "/slowroll"), scripts: scripts);
            await opened.Page.Locator("#key").FillAsync("ada");
            if (!scripts)
                await opened.Page.Keyboard.PressAsync("Enter");

            await Assertions.Expect(opened.Page.Locator("#answer-title")).ToHaveTextAsync("What ada gets");
            await Assertions.Expect(opened.Page.Locator("tr[data-key='features.for_friends'] .side"))
                .ToHaveTextAsync("new");
            Assert.EndsWith("key=ada", opened.Page.Url.Replace("&flags=", "", StringComparison.Ordinal));
            Assert.Empty(opened.Complaints);
        }
    }

    [BrowserFact]
    public async Task A_lost_server_is_told_and_a_new_problem_too()
    {
        var host = await PageHost.StartAsync();
        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, "/slowroll"));
        await Assertions.Expect(opened.Page.Locator("#live")).ToHaveTextAsync("Live");

        host.Source.Fail("the store is away");
        await Assertions.Expect(opened.Page.Locator("#configs")).ToContainTextAsync("the store is away");

        await host.DisposeAsync();
        await Assertions.Expect(opened.Page.Locator("#live")).ToContainTextAsync("may be out of date");
    }
}
