using Slowroll.Sources;

namespace Slowroll.Tests.Sources;

/// <summary>What is said of a fetch that failed in a browser. That it does so in one is shown by
/// <c>Slowroll.Blazor.Tests</c>.</summary>
public class BrowserRequestTests
{
    private const string Cors = "has the header Access-Control-Allow-Origin: ";

    [Theory]
    [InlineData("https://shop.example/config.json", "https://shop.example")]
    [InlineData("https://shop.example:443/config.json", "https://shop.example")]
    [InlineData("http://127.0.0.1:5000/config.json?v=1", "http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/config.json", "http://[::1]:5000")]
    [InlineData("https://bücher.example/config.json", "https://xn--bcher-kva.example")]
    [InlineData("https://SHOP.example/config.json", "https://shop.example")]
    public void Of_the_pages_own_origin_no_header_is_asked_for(string url, string page) =>
        Assert.DoesNotContain(Cors, BrowserRequest.WhyNot(new Uri(url), page));

    [Theory]
    [InlineData("https://config.example/config.json", "https://shop.example", "https://shop.example")]
    [InlineData("https://shop.example:8443/config.json", "https://shop.example", "https://shop.example")]
    [InlineData("https://shop.example/config.json", "http://shop.example", "http://shop.example")]
    [InlineData("http://127.0.0.1:5000/config.json", "https://shop.example", "https://shop.example")]
    [InlineData("https://config.example/config.json", "null", "null")]
    [InlineData("https://config.example/config.json", null, "*")]
    [InlineData("https://config.example/config.json", "", "")]
    public void Of_another_origin_the_header_is_named_with_its_value(string url, string? page, string allowed) =>
        Assert.Contains($"{Cors}{allowed} (or *)", BrowserRequest.WhyNot(new Uri(url), page));

    [Fact]
    public void A_page_that_came_by_https_can_not_ask_by_http() => Assert.Contains(
        "use an https address",
        BrowserRequest.WhyNot(new Uri("http://shop.example/config.json"), "https://shop.example"));

    [Fact]
    public void The_browser_asks_the_server_each_time_and_a_handler_of_the_program_may_change_that()
    {
        using HttpRequestMessage request = new();

        BrowserRequest.AskTheServer(request);

        // The name and the type by which Blazor finds them.
        Assert.True(request.Options.TryGetValue(
            new HttpRequestOptionsKey<IDictionary<string, object>>("WebAssemblyFetchOptions"), out var options));
        Assert.Equal("no-cache", options["cache"]);
        Assert.False(options.IsReadOnly);
    }
}
