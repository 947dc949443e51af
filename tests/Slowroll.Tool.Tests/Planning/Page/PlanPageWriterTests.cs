using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slowroll.Planning.Tests.Page;
using Slowroll.Tool.Planning.Page;

namespace Slowroll.Tool.Tests.Planning.Page;

public partial class PlanPageWriterTests
{
    [Fact]
    public void The_policy_has_the_hashes_of_style_and_script()
    {
        var html = PlanPageWriter.Write(PlanPages.Read(Plans.Config(Plans.Flag("x")), ["h"]));

        Assert.Contains($"style-src '{HashOf(html, "<style>", "</style>")}'", html, StringComparison.Ordinal);
        Assert.Contains($"script-src '{HashOf(html, "<script>", "</script>")}'", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_data_is_JSON_without_markup()
    {
        var html = PlanPageWriter.Write(PlanPages.Read(Plans.Config(Plans.Flag("</script>\u2028&")), ["<h>"]));
        var data = Between(html, "id=\"data\">", "</script>");

        Assert.Equal(-1, data.IndexOfAny(['<', '>', '&', '\'', '\u2028']));
        Assert.Equal(
            "f.</script>\\u2028&", JsonDocument.Parse(data).RootElement.GetProperty("flags")[0].GetProperty("name")
                .GetString());
    }

    [Fact]
    public void Nothing_is_loaded_and_no_attribute_runs_a_script()
    {
        var html = PlanPageWriter.Write(PlanPages.Read(Plans.Config(Plans.Flag("x")), ["h"]));

        Assert.DoesNotMatch(Loading(), html);
    }

    [Fact]
    public void The_same_plan_is_the_same_page() => Assert.Equal(
        PlanPageWriter.Write(PlanPages.Read(Plans.Config(Plans.Flag("x")), ["h"])),
        PlanPageWriter.Write(PlanPages.Read(Plans.Config(Plans.Flag("x")), ["h"])));

    [Fact]
    public void A_page_has_a_limited_size_whatever_the_config_says()
    {
        var steps = string.Join(",", Enumerable.Range(1, 30).Select(
            i => $$"""{ "pct": {{i}}, "over": "{{i}}m", "hold": "1h" }"""));
        var waves = string.Join(",", Enumerable.Range(0, 49).Select(
            i => $$"""{ "audience": "a{{i}}", "after": "{{i}}m", "steps": [{{steps}}] }"""));
        var audiences = string.Join(",", Enumerable.Range(0, 49).Select(i => $$"""
            "a{{i}}": { "keys": ["h-{{i}}"] }
            """));
        var hours = string.Join(";", Enumerable.Range(0, 24).Select(i => $"Mon-Sun {i:00}:00-{i:00}:30Z"));
        var page = PlanPages.Read(
            Plans.Config(
                string.Join(",", Enumerable.Range(0, 12).Select(
                    i => Plans.Flag(
                        $"{new string('&', 200)}{i}", $$""", "salt": "{{i}}", "waves": [{{waves}}, {}]"""))),
                $$"""{ "hours": "{{hours}}", "audiences": { {{audiences}} } }"""),
            Enumerable.Range(0, 5_100).Select(i => $"{new string('<', 200)}-{i}"));

        Assert.Equal(10, page.Flags.Count);
        Assert.All(page.Flags, flag => Assert.Equal(16, flag.Groups.Count));
        Assert.InRange(page.Timeline.Stops.Count, 100, 1_000);
        Assert.InRange(PlanPageWriter.Write(page).Length, 0, 30_000_000);
    }

    private static string HashOf(string html, string begin, string end) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Between(html, begin, end))))}";

    private static string Between(string html, string begin, string end)
    {
        var from = html.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return html[from..html.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\ssrc=|url\(|@import|\son[a-z]+=|href=""[^#]|\sstyle=")]
    private static partial Regex Loading();
}
