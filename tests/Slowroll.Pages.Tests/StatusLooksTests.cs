using Microsoft.Playwright;
using Slowroll.AspNetCore.Tests;

namespace Slowroll.Pages.Tests;

/// <summary>The status page in light and dark, wide and narrow, for the eye, the keyboard and the ear.</summary>
[Collection(SharedBrowser.Name)]
public class StatusLooksTests(Browser browser)
{
    private const string Asked = "/slowroll?key=db-7.eu.example.com";

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task All_texts_have_contrast_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);
        host.Source.Fail("HTTP 500 (Internal Server Error) from the store");
        for (var i = 0; i < 3; i++)
            await host.RefreshAsync();
        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, Asked), width, scheme);
        await Assertions.Expect(opened.Page.Locator("#live")).ToHaveTextAsync("Live");
        if (Environment.GetEnvironmentVariable("SLOWROLL_PICTURES") is { } folder)
        {
            await opened.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{scheme}-{width}.png"), FullPage = true });
        }

        Assert.Empty(await Looks.PoorContrastsAsync(opened.Page));
        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Long_names_fit_into_a_phone()
    {
        var name = new string('W', 300);
        await using var host = await PageHost.StartAsync(
            PageHost.Config.Replace("fast_index", name, StringComparison.Ordinal)
                .Replace("old_parser", $"{name}2", StringComparison.Ordinal)
                .Replace("\"v1\"", $"\"{name}\"", StringComparison.Ordinal)
                .Replace("\"eu\"", $"\"{name}\"", StringComparison.Ordinal), at: PageHost.At);

        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, $"/slowroll?key={name}"), 390);

        Assert.Equal(390, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Everything_is_reached_by_keyboard_and_has_a_name()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);
        await using var opened = await OpenedPage.VisitAsync(browser, new(host.Url, Asked));
        var page = opened.Page;

        List<string> reached = [];
        for (var i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>(
                "() => document.activeElement.id || document.activeElement.textContent"));
            Assert.NotEqual("none", await page.EvaluateAsync<string>(
                "() => getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Equal(["Skip to the flags", "key", "named", "Show", "The same as JSON"], reached);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Main).CountAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Search)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByLabel("Host, or other hash key")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Article, new() { Name = "features.fast_index" }))
            .ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("svg[role=img][aria-labelledby]")).ToHaveCountAsync(3);
        Assert.Equal("auto", await page.EvaluateAsync<string>(
            "() => getComputedStyle(document.documentElement).scrollBehavior"));
    }
}
