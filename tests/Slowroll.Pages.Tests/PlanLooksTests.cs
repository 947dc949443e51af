using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>Light and dark, wide and narrow.</summary>
[Collection(SharedBrowser.Name)]
public class PlanLooksTests(Browser browser)
{
    private static readonly string Html = Sample.Page(hosts: Sample.Hosts(300));

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task All_texts_have_contrast(ColorScheme scheme, int width)
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html, width, scheme);

        Assert.Empty(await Looks.PoorContrastsAsync(opened.Page));
    }

    [BrowserFact]
    public async Task Light_and_dark_differ()
    {
        await using var light = await OpenedPage.OpenAsync(browser, Html);
        await using var dark = await OpenedPage.OpenAsync(browser, Html, scheme: ColorScheme.Dark);
        const string Ground = "() => getComputedStyle(document.body).backgroundColor";

        Assert.NotEqual(
            await light.Page.EvaluateAsync<string>(Ground), await dark.Page.EvaluateAsync<string>(Ground));
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(320)]
    [InlineData(800)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        var name = new string('W', 110);
        var html = Sample.Page(
            Sample.Config.Replace("fast_index", name, StringComparison.Ordinal)
                .Replace("\"eu\"", $"\"{name}\"", StringComparison.Ordinal),
            [name, .. Sample.Hosts(20)], title: name);

        await using var opened = await OpenedPage.OpenAsync(browser, html, width);

        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Nothing_moves_for_those_who_want_that()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        Assert.Equal("auto", await opened.Page.EvaluateAsync<string>(
            "() => getComputedStyle(document.documentElement).scrollBehavior"));
    }
}
