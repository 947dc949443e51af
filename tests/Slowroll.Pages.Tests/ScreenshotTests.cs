using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

[Collection(SharedBrowser.Name)]
public class ScreenshotTests(Browser browser)
{
    [BrowserFact]
    public async Task Shots()
    {
        var html = Sample.Page(hosts: Sample.Hosts(2000));
        foreach (var width in (int[])[1280, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var opened = await OpenedPage.OpenAsync(browser, html, width, scheme);
                var page = opened.Page;
                var name = $"{width}-{scheme}".ToLowerInvariant();
                for (var i = 0; i < 6; i++)
                    await page.Locator("#following").ClickAsync();
                foreach (var part in (string[])["header", ".flag", "#next", "#hosts", "#rest"])
                {
                    await page.EvaluateAsync("part => { document.querySelector(part).scrollIntoView({ behavior: 'instant' }); }", part);
                    await page.ScreenshotAsync(new() { Path = $"/tmp/page/part-{part.Trim('#', '.')}-{name}.png" });
                }

                await page.EvaluateAsync("() => { window.scrollTo(0, 0); document.querySelector('.time').style.position = 'static'; }");
                await page.Locator("#search").FillAsync("web-1");
                await page.ScreenshotAsync(new() { Path = $"/tmp/page/plan-{name}.png", FullPage = true, Clip = new() { X = 0, Y = 0, Width = width, Height = 3800 } });
            }
        }
    }
}
