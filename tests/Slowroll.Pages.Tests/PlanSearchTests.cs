
namespace Slowroll.Pages.Tests;

[Collection(SharedBrowser.Name)]
public class PlanSearchTests(Browser browser)
{
    private static readonly string Html = Sample.Page(hosts: Sample.Hosts(300));

    [BrowserFact]
    public async Task A_part_of_a_name_finds_hosts()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.Locator("#search").FillAsync(" WEB-1.us ");

        Assert.Equal("1 of 300 hosts matches", await opened.TextAsync("#found"));
        Assert.Equal(["web-1.us.example.com"], await VisibleAsync(opened));
    }

    [BrowserFact]
    public async Task What_no_host_has_finds_none()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);

        await opened.Page.Locator("#search").FillAsync(".*");

        Assert.Equal("0 of 300 hosts match", await opened.TextAsync("#found"));
        Assert.Empty(await VisibleAsync(opened));
    }

    [BrowserFact]
    public async Task A_hundred_hosts_are_shown_and_more_on_request()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        Assert.Equal(100, (await VisibleAsync(opened)).Count);
        Assert.Equal("300 hosts; the first 100 are shown", await opened.TextAsync("#found"));

        await opened.Page.Locator("#more").ClickAsync();

        Assert.Equal(200, (await VisibleAsync(opened)).Count);
    }

    [BrowserFact]
    public async Task A_host_that_was_hidden_has_the_side_of_the_slider()
    {
        await using var opened = await OpenedPage.OpenAsync(browser, Html);
        await opened.Page.Locator("#slider").FocusAsync();
        await opened.Page.Keyboard.PressAsync("End");

        await opened.Page.Locator("#search").FillAsync("300");

        Assert.Equal(["new", "stable"], await opened.TextsAsync("tbody tr:not([hidden]) .side"));
    }

    private static Task<IReadOnlyList<string>> VisibleAsync(OpenedPage opened) =>
        opened.TextsAsync("#host-table tbody tr:not([hidden]) th");
}
