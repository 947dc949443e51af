using System.Text.Json;

namespace Slowroll.AspNetCore.Tests.Showing;

/// <summary>What the page says, without its script.</summary>
public partial class PageWriterTests
{
    [Fact]
    public async Task It_says_of_each_flag_what_it_does()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);

        var html = Plain(await host.GetAsync("/slowroll"));

        Assert.All(
            (string[])
            [
                "7 flags in 1 config, at Thu 2030-12-19 09:30Z.",
                "7 flags: 2 move or will move, 1 is held by a freeze without an end, 1 can't be read, 1 has a schedule "
                    + "that is over, 1 has no schedule that moves anybody, 1 has no new value.",
                "Wave 2 (eu): 2.688 %, on the way from 1 % to 10 %, which it reaches Thu 2030-12-19 16:00Z",
                "From Sat 2030-12-21 10:00Z on it is taken back.",
                "2 early adopters by name.",
                "stands still without an end (freeze: too many errors)",
                "Can't be read. The flag has 'end_time' but no 'duration'; a schedule needs both.",
                "Has no schedule: only early adopters get new. 1 early adopter by name.",
                "Has no new value: everybody gets true.",
                "where it stays",
                "false → true",
                "the test's store", "from the source", "\"1\"", "Next poll", "Confirmed by the source",
            ],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_answers_for_a_host()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);

        var html = Plain(await host.GetAsync("/slowroll?key=db-7.eu.example.com&flags=FAST"));

        Assert.Contains("What db-7.eu.example.com gets", html, StringComparison.Ordinal);
        Assert.Contains("changes in 4 h 32 min", html, StringComparison.Ordinal);
        Assert.Contains(
            "stable, gets new Thursday 2030-12-19 14:02:52.356111Z: wave 2 of 3 (eu)", html, StringComparison.Ordinal);
        Assert.Contains("1 of 7 flags with 'FAST' in their names.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"db-7.eu.example.com\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_names_values_and_queries_are_they_are_text()
    {
        const string Hostile = "<script>alert(1)</script>\" onload='x' {{style}} \u202e\u0000\u2028&amp;";
        var quoted = JsonSerializer.Serialize(Hostile);
        await using var host = await PageHost.StartAsync(
            $$"""
            {
              "$slowroll": { "audiences": { {{quoted}}: { "keys": ["a"] } } },
              {{quoted}}: {
                {{quoted}}: {
                  "stable": {{quoted}}, "new": [{{quoted}}], "salt": {{quoted}}, "start_time": "2030-12-17 08:00Z",
                  "duration": "6d", "early_adopters": [{{quoted}}], "waves": [{ "audience": {{quoted}} }],
                  "freezes": [{ "from": "2030-12-18 10:00Z", "reason": {{quoted}} }]
                },
                "no": { "stable": {{quoted}} }, "bad": { "stable": 1, "new": 2, "end_time": {{quoted}} }
              }
            }
            """,
            map: app => app.MapSlowroll("/slowroll", page => page.Title = Hostile), at: PageHost.At);
        host.Source.Fail(Hostile);
        await host.RefreshAsync();

        var query = $"?key={Uri.EscapeDataString(Hostile)}&flags={Uri.EscapeDataString("<script>")}";
        foreach (var path in (string[])["/slowroll", $"/slowroll{query}", $"/slowroll/{query}"])
        {
            var html = await host.GetAsync(path);
            Assert.Equal(1, html.Split("<script>").Length - 1);
            Assert.Equal(1, html.Split("<style>").Length - 1);
            Assert.DoesNotContain(" onload='", html, StringComparison.Ordinal);
            var shown = Box().Replace(html, "");
            Assert.DoesNotContain('\u202e', shown);
            Assert.DoesNotContain('\u2028', shown);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/slowroll/data", $"/slowroll/host{query}"])
        {
            var json = await host.GetAsync(path);
            Assert.DoesNotContain('<', json);
            Assert.DoesNotContain('\u202e', json);
        }
    }

    [Fact]
    public async Task A_config_that_has_not_come_is_no_fault_of_the_page()
    {
        await using var host = await PageHost.StartAsync("<html>");

        var html = Plain(await host.GetAsync("/slowroll?key=a"));

        Assert.Contains("no config yet: every flag answers its default", html, StringComparison.Ordinal);
        Assert.Contains("failure in a row", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_flags_says_so()
    {
        await using var host = await PageHost.StartAsync(add: services =>
        {
            foreach (var each in services.Where(each => each.ServiceType == typeof(Hosting.IHostedConfig)).ToList())
                services.Remove(each);
        });

        Assert.Contains("This host has no flags", await host.GetAsync("/slowroll"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_flags_have_many_pages()
    {
        var flags = string.Join(",", Enumerable.Range(0, 60).Select(i => $$"""
            "flag_{{i}}": { "stable": 1, "new": 2, "start_time": "2030-12-16 08:00Z", "duration": "{{6 + i}}d" }
            """));
        await using var host = await PageHost.StartAsync($$"""{ "f": { {{flags}} } }""", at: PageHost.At);

        string[] pages =
        [
            await host.GetAsync("/slowroll"), await host.GetAsync("/slowroll?config=1&page=2"),
            await host.GetAsync("/slowroll?config=1&page=99999999"), await host.GetAsync("/slowroll?config=7&page=x"),
        ];

        Assert.Equal([25, 25, 10, 25], pages.Select(html => html.Split("<article").Length - 1));
        Assert.Contains("href=\"?config=1&amp;page=2\">Next</a>", pages[0], StringComparison.Ordinal);
        Assert.Contains("Page 3 of 3", pages[2], StringComparison.Ordinal);
    }

    // What was typed stays in the box as it was, so that it can be sent again.
    [System.Text.RegularExpressions.GeneratedRegex("<input [^>]*>")]
    private static partial System.Text.RegularExpressions.Regex Box();

    // Without markup: that an instant isn't broken is said by an element of its own.
    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(
        html.Replace("<span class=\"whole\">", "", StringComparison.Ordinal)
            .Replace("</span>", "", StringComparison.Ordinal)).Replace('\u00a0', ' ');
}
