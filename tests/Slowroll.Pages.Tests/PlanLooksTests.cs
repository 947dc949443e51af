using System.Text.Json;
using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>Light and dark, wide and narrow.</summary>
[Collection(SharedBrowser.Name)]
public class PlanLooksTests(Browser browser)
{
    private const double Enough = 4.5;

    // All texts with the colour behind them: that of the nearest ancestor that has one. In a chart that is the page's
    // or the shade of closed time.
    private const string Colors = """
        () => {
          const see = (color) => color.match(/[\d.]+/g).map(Number);
          const behind = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const color = getComputedStyle(e).backgroundColor;
              if (see(color)[3] !== 0) return color;
            }
            return 'rgb(255, 255, 255)';
          };
          const found = new Map();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() === '' || element.closest('script, style, title, desc, .unseen')
              || !element.checkVisibility() || element.matches(':disabled')) continue;
            const style = getComputedStyle(element);
            const isChart = element instanceof SVGElement;
            const color = isChart ? style.fill : style.color;
            const grounds = isChart ? [behind(element), getComputedStyle(document.querySelector('.chart .closed')).fill]
              : [behind(element)];
            for (const ground of grounds) found.set(`${color} on ${ground}`, [see(color), see(ground)]);
          }
          return JSON.stringify([...found].map(([name, [color, ground]]) => ({ name, color, ground })));
        }
        """;

    private static readonly string Html = Sample.Page(hosts: Sample.Hosts(300));

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task All_texts_have_contrast(ColorScheme scheme, int width)
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html, width, scheme);

        var pairs = JsonDocument.Parse(await opened.Page.EvaluateAsync<string>(Colors)).RootElement.EnumerateArray()
            .Select(pair => (
                Name: pair.GetProperty("name").GetString(),
                Contrast: Contrast(pair.GetProperty("color"), pair.GetProperty("ground"))))
            .ToList();

        Assert.True(pairs.Count > 5);
        Assert.DoesNotContain(pairs, pair => pair.Contrast < Enough);
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

    // By WCAG 2.2.
    private static double Contrast(JsonElement one, JsonElement other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(JsonElement color)
    {
        double Part(int at)
        {
            var part = color[at].GetDouble() / 255;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(0) + 0.7152 * Part(1) + 0.0722 * Part(2);
    }
}
