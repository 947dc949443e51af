using System.Globalization;
using System.Text;

namespace Slowroll.Blazor.Tests;

/// <summary>A page in Blazor WebAssembly that follows a config.</summary>
[Collection(nameof(PublishedShop))]
public class ShopTests(PublishedShop shop, Browser browser)
{
    private const string ForNobody = """{ "stable": false }""";
    private const string ForEverybody = """{ "stable": true }""";
    private const string InALongTime = """
        { "stable": false, "new": true, "end_time": "2090-01-01 00:00Z", "duration": "30000d" }
        """;

    private const string Quick = "Buy now with one click";
    private const string Slow = "To the checkout";

    [BrowserFact]
    public async Task A_visitor_keeps_an_id_and_gets_what_a_server_would_answer_for_it()
    {
        ServedConfig config = new() { Json = ServedConfig.With(InALongTime) };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config);
        var visitor = await opened.TextAsync("#visitor");

        await opened.Page.ReloadAsync();

        await opened.HasAsync("#visitor", visitor);
        var here = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(config.Json))
            .Explain("checkout", "one_click", visitor);
        await opened.HasAsync("#position", here.Position!.Value.ToString("0.000000", CultureInfo.InvariantCulture));
        await opened.HasAsync("#buy", here.Value.GetBoolean() ? Quick : Slow);
        await opened.HasAsync("#why", here.Summary);
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task A_change_arrives_without_reloading_whatever_the_server_says_how_long_the_config_is_good()
    {
        ServedConfig config = new()
        {
            Json = ServedConfig.With(ForNobody),
            Headers = new Dictionary<string, string> { ["Cache-Control"] = "max-age=86400" },
        };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config);
        await opened.HasAsync("#buy", Slow);

        config.Json = ServedConfig.With(ForEverybody);

        await opened.HasAsync("#buy", Quick);
        await opened.HasAsync("#changes", "1 changes came while you looked.");
        Assert.Empty(opened.Complaints);
    }

    [BrowserTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task An_unchanged_config_is_transferred_once_and_nobody_asks_for_leave(
        bool isElsewhere, bool isCompressed)
    {
        ServedConfig config = new()
        {
            Json = ServedConfig.With(ForEverybody),
            IsCompressed = isCompressed,
            Headers = new Dictionary<string, string>
            {
                ["Access-Control-Allow-Origin"] = "*",
                ["Access-Control-Expose-Headers"] = "ETag",
            },
        };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config, isElsewhere);
        await opened.HasAsync("#buy", Quick);
        var confirmed = await opened.TextAsync("#confirmed");
        var asked = config.Answers.Count;

        await config.HasAnsweredAsync(asked + 4);

        var (first, others) = (config.Answers[0], config.Answers.Skip(1));
        var tag = await opened.TextAsync("#tag");
        Assert.Equal(new("GET", "", 200), first);
        Assert.All(others, answer => Assert.Equal(new("GET", tag, 304), answer));
        await opened.Page.WaitForFunctionAsync(
            "before => document.querySelector('#confirmed').innerText != before", confirmed);
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task After_disposing_nothing_is_asked_any_more_and_the_answers_stay()
    {
        ServedConfig config = new() { Json = ServedConfig.With(ForEverybody) };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config);
        await config.HasAnsweredAsync(3);

        await opened.Page.ClickAsync("#stop");
        await opened.HasAsync("#stop", "No more changes are followed");
        var asked = config.Answers.Count;
        config.Json = ServedConfig.With(ForNobody);

        // Ten times as long as it takes until the next poll.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(asked, config.Answers.Count);
        await opened.HasAsync("#buy", Quick);
        Assert.Empty(opened.Complaints);
    }
}
