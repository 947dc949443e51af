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

    private static readonly string[] Texts =
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

    [BrowserFact]
    public async Task They_are_shown_and_do_nothing()
    {
        await using var plain = await OpenedPage.OpenAsync(browser, Page([.. Texts.Select((_, i) => $"plain{i:00}")]));
        await using var hostile = await OpenedPage.OpenAsync(browser, Page(Texts));

        Assert.Equal(
            await plain.Page.EvaluateAsync<string>(Elements), await hostile.Page.EvaluateAsync<string>(Elements));
        Assert.Equal(
            await plain.Page.EvaluateAsync<string>(Attributes), await hostile.Page.EvaluateAsync<string>(Attributes));

        await hostile.Page.Locator("#slider").FocusAsync();
        await hostile.Page.Keyboard.PressAsync("End");
        Assert.Contains(
            Shown(Texts[0]), await hostile.Page.Locator("#slider").GetAttributeAsync("aria-valuetext"),
            StringComparison.Ordinal);
        await hostile.Page.Locator("#search").FillAsync("<img");

        Assert.Equal("1 of 12 hosts matches", await hostile.TextAsync("#found"));
        Assert.Empty(hostile.Complaints);
        Assert.Single(hostile.Requests);
        Assert.False(await hostile.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
    }

    [BrowserFact]
    public async Task They_are_the_texts_of_the_elements_that_they_are_for()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Page(Texts));

        Assert.Equal(Shown(Texts[0]), await opened.Page.Locator("h1").TextContentAsync());
        Assert.Equal(Texts.Select(text => $"features.{Shown(text)}"), await opened.TextsAsync("h3"));
        Assert.Equal(Texts.Select(Shown), await opened.TextsAsync("#host-table tbody th"));
        Assert.Equal(
            Texts.Select(text => $"wave 1 ({Shown(text)})"),
            (await opened.TextsAsync(".groups tr:first-child th[scope=row]")));
        Assert.Contains(
            $"(freeze: {Shown(Texts[0])})", string.Concat(await opened.TextsAsync(".states")),
            StringComparison.Ordinal);
    }

    // What is invisible or turns others around is escaped.
    private static string Shown(string text) => Slowroll.Texts.OneLine.Of(text);

    private static string Page(string[] texts)
    {
        List<string> quoted = [.. texts.Select(text => JsonSerializer.Serialize(text))];
        return Sample.Page(
            $$"""
            {
              "$slowroll": {
                "audiences": { {{string.Join(", ", quoted.Select(text => $$"""{{text}}: { "keys": [{{text}}] }"""))}} },
                "hours": "Mon-Fri 08:00-16:00Z",
                "freezes": [{ "from": "2030-12-19 00:00Z", "until": "2030-12-20 00:00Z", "reason": {{quoted[0]}} }]
              },
              "features": {
                {{string.Join(",\n", quoted.Select(text => $$"""
                  {{text}}: {
                    "stable": {{text}}, "new": { {{text}}: [{{text}}] },
                    "start_time": "2030-12-16 15:00Z", "duration": "32h",
                    "waves": [{ "audience": {{text}} }, { "after": "1d" }]
                  }
                  """))}}
              },
              "still": { {{quoted[0]}}: { "stable": {{quoted[0]}} } }
            }
            """,
            hosts: texts, title: Shown(texts[0]));
    }
}
