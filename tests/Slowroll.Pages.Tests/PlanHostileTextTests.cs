using System.Text.Json;

namespace Slowroll.Pages.Tests;

/// <summary>Whatever names, values and hosts are, they are text on the page.</summary>
[Collection(SharedBrowser.Name)]
public class PlanHostileTextTests(Browser browser)
{
    private const string Elements = """
        () => [...document.querySelectorAll('*')].map(element => element.localName).join(' ')
        """;

    private const string Attributes = """
        () => [...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames())
            .filter((name, i, all) => all.indexOf(name) === i).sort().join(' ')
        """;

    public static TheoryData<string> Texts =>
    [
        "</script><script>window.hacked = 1; alert(1)</script>",
        "<img src=x onerror='window.hacked = 1'>",
        "\" onmouseover=\"window.hacked = 1\" x=\"",
        "' autofocus onfocus='window.hacked = 1",
        "</title></style></table></svg><svg onload=window.hacked=1>",
        "javascript:window.hacked=1",
        "<!--<script>",
        "]]>{{data}}{{script}}",
        "&lt;b&gt;&amp;&#60;i&#62;",
        "\u202e\u2066\u0007\u2028\u2029\u0000\ufeff",
        "\ud83d\ude00 \u0416\u6f22",
        "##vso[task.complete] __proto__",
    ];

    [BrowserTheory]
    [MemberData(nameof(Texts))]
    public async Task It_is_shown_and_does_nothing(string text)
    {
        await using var plain = await OpenedPage.OpenAsync(browser, Page("plain"));
        await using var hostile = await OpenedPage.OpenAsync(browser, Page(text));

        await hostile.Page.Locator("#slider").FocusAsync();
        await hostile.Page.Keyboard.PressAsync("End");
        await hostile.Page.Locator("#search").FillAsync("zzz");

        Assert.Empty(hostile.Complaints);
        Assert.Single(hostile.Requests);
        Assert.False(await hostile.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
        Assert.Equal(
            await plain.Page.EvaluateAsync<string>(Elements), await hostile.Page.EvaluateAsync<string>(Elements));
        Assert.Equal(
            await plain.Page.EvaluateAsync<string>(Attributes), await hostile.Page.EvaluateAsync<string>(Attributes));
        Assert.Equal(Shown(text), await hostile.TextAsync("h1"));
        Assert.Equal($"features.{Shown(text)}", await hostile.TextAsync("h3"));
        Assert.Equal(Shown(text), (await hostile.TextsAsync("#host-table tbody th"))[0]);
        Assert.Contains(Shown(text), string.Concat(await hostile.TextsAsync(".events")), StringComparison.Ordinal);
        Assert.Contains(
            Shown(text), await hostile.Page.Locator("#slider").GetAttributeAsync("aria-valuetext"),
            StringComparison.Ordinal);
    }

    // The page adds nothing of its own to a text but what is invisible or turns others around.
    private static string Shown(string text) => Slowroll.Texts.OneLine.Of(text);

    private static string Page(string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        return Sample.Page(
            $$"""
            {
              "$slowroll": {
                "audiences": { {{quoted}}: { "keys": [{{quoted}}] } },
                "hours": "Mon-Fri 08:00-16:00Z",
                "freezes": [{ "from": "2030-12-20 00:00Z", "until": "2030-12-21 00:00Z", "reason": {{quoted}} }]
              },
              "features": {
                {{quoted}}: {
                  "stable": {{quoted}}, "new": { {{quoted}}: [{{quoted}}] },
                  "start_time": "2030-12-16 15:00Z", "duration": "32h",
                  "waves": [{ "audience": {{quoted}} }, { "after": "1d" }]
                },
                "still": { "stable": {{quoted}} }
              }
            }
            """,
            hosts: [text, "other"], title: Shown(text));
    }
}
