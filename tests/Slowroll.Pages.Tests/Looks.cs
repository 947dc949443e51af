using System.Text.Json;
using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>How well the texts of a page can be read.</summary>
internal static class Looks
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

    /// <summary>The pairs of colours that have too little contrast.</summary>
    public static async Task<IReadOnlyList<string>> PoorContrastsAsync(IPage page)
    {
        var pairs = JsonDocument.Parse(await page.EvaluateAsync<string>(Colors)).RootElement.EnumerateArray().ToList();
        Assert.True(pairs.Count > 5);
        return
        [
            .. pairs.Where(pair => Contrast(pair.GetProperty("color"), pair.GetProperty("ground")) < Enough)
                .Select(pair => pair.GetProperty("name").GetString()!),
        ];
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
