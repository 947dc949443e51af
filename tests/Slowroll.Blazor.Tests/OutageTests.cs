namespace Slowroll.Blazor.Tests;

/// <summary>A page whose config can't be fetched. The browser itself writes such requests to its console; the program
/// writes nothing.</summary>
[Collection(nameof(PublishedShop))]
public class OutageTests(PublishedShop shop, Browser browser)
{
    private const string Quick = "Buy now with one click";
    private const string Slow = "To the checkout";
    private const string ForEverybody = """{ "stable": true }""";

    private static readonly Dictionary<string, string> ForAllPages =
        new() { ["Access-Control-Allow-Origin"] = "*" };

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_outage_is_told_and_keeps_the_last_good_config_until_it_is_over(bool isElsewhere)
    {
        ServedConfig config = new() { Json = ServedConfig.With(ForEverybody), Headers = ForAllPages };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config, isElsewhere);
        await opened.HasAsync("#buy", Quick);

        config.IsDown = true;
        await opened.ContainsAsync("#error", "can't be reached, or ");
        Assert.Equal(isElsewhere, (await opened.TextAsync("#error")).Contains("Access-Control-Allow-Origin"));
        await opened.HasAsync("#buy", Quick);

        config.Json = ServedConfig.With("""{ "stable": false }""");
        config.IsDown = false;
        await opened.HasAsync("#error", "");
        await opened.HasAsync("#buy", Slow);
        AssertOnlyTheBrowserComplains(opened);
    }

    [BrowserTheory]
    [InlineData(null)]
    [InlineData("https://shop.example")]
    public async Task A_header_that_is_missing_for_this_page_is_named_with_its_value(string? allowed)
    {
        ServedConfig config = new() { Json = ServedConfig.With(ForEverybody) };
        if (allowed is not null)
            config.Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = allowed };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config, isElsewhere: true);

        await opened.ContainsAsync("#error", $"has the header Access-Control-Allow-Origin: {opened.Origin} (or *)");
        await opened.HasAsync("#buy", Slow);

        config.Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = opened.Origin };
        await opened.HasAsync("#error", "");
        await opened.HasAsync("#buy", Quick);
        AssertOnlyTheBrowserComplains(opened);
    }

    [BrowserFact]
    public async Task A_broken_config_is_told_with_its_line_and_the_last_good_one_stays()
    {
        ServedConfig config = new() { Json = ServedConfig.With(ForEverybody) };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config);
        await opened.HasAsync("#buy", Quick);

        config.Json = """{ "checkout": """;

        await opened.ContainsAsync("#error", "Line 1, column 15: from here on it is no JSON (ZeroDepthAtEnd).");
        await opened.HasAsync("#buy", Quick);
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task An_error_of_the_server_is_told_with_its_status()
    {
        ServedConfig config = new() { Json = ServedConfig.With(ForEverybody), Headers = ForAllPages };
        await using var opened = await OpenedShop.OpenAsync(browser, shop, config, isElsewhere: true);

        config.Error = 500;

        await opened.ContainsAsync("#error", "answered 500: the fault is the server's, see its log");
        await opened.HasAsync("#buy", Quick);
        AssertOnlyTheBrowserComplains(opened);
    }

    private static void AssertOnlyTheBrowserComplains(OpenedShop opened) => Assert.All(
        opened.Complaints,
        complaint => Assert.True(
            complaint.StartsWith("Failed to load resource: ", StringComparison.Ordinal)
                || complaint.Contains("has been blocked by CORS policy", StringComparison.Ordinal),
            complaint));
}
