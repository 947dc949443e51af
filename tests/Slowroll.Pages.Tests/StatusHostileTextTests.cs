using System.Text.Json;
using Microsoft.Playwright;
using Slowroll.AspNetCore.Tests;

namespace Slowroll.Pages.Tests;

/// <summary>Whatever names, values and hash keys are, they are text on the status page; also after an update.</summary>
[Collection(SharedBrowser.Name)]
public class StatusHostileTextTests(Browser browser)
{
    private static readonly string[] Texts =
    [
        "</script><script>window.hacked = 1; alert(1)</script>",
        "<img src=https://evil.example/x onerror='window.hacked = 1'>",
        "\" onmouseover=\"window.hacked = 1\" x=\"",
        "' autofocus onfocus='window.hacked = 1",
        "</title></style></table></svg><svg onload=window.hacked=1>",
        "<iframe src=https://evil.example></iframe><link rel=stylesheet href=//evil.example>",
        "javascript:window.hacked=1",
        "{{script}}{{style}}<!--",
        "\u202e\u2066\u0007\u2028\u0000\ufeff",
        new string('x', 100_000),
    ];

    [BrowserFact]
    public async Task They_are_shown_and_do_nothing()
    {
        await using var host = await PageHost.StartAsync();
        foreach (var text in Texts)
        {
            await using var opened = await OpenedPage.VisitAsync(
                browser, new(host.Url, $"/slowroll?key={Uri.EscapeDataString(text[..Math.Min(text.Length, 900)])}"));
            host.Source.Set(Config(text));

            await Assertions.Expect(opened.Page.Locator("h3").First).ToHaveTextAsync(
                Slowroll.Texts.OneLine.Of(text) + "." + Slowroll.Texts.OneLine.Of(text));

            Assert.Empty(opened.Complaints);
            Assert.All(opened.Requests, request => Assert.StartsWith(host.Url.AbsoluteUri, request));
            Assert.False(await opened.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
            Assert.Equal(0, await opened.Page.Locator("img, iframe, link[rel=stylesheet]").CountAsync());
            Assert.Equal(1, await opened.Page.Locator("script").CountAsync());
        }
    }

    private static string Config(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        return $$"""
            {
              "$slowroll": { "audiences": { {{quoted}}: { "keys": [{{quoted}}] } } },
              {{quoted}}: {
                {{quoted}}: {
                  "stable": {{quoted}}, "new": { {{quoted}}: [{{quoted}}] }, "start_time": "2030-12-16 15:00Z",
                  "duration": "32h", "waves": [{ "audience": {{quoted}} }, { "after": "1d" }],
                  "freezes": [{ "from": "2030-12-19 00:00Z", "reason": {{quoted}} }]
                },
                "bad": { "stable": 1, "new": 2, "end_time": {{quoted}} }
              }
            }
            """;
    }
}
