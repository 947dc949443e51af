using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Playwright;

namespace Slowroll.Blazor.Tests;

/// <summary>The sample in a browser. It comes from a server of its own, and its config from the same one or from
/// another.</summary>
internal sealed class OpenedShop : IAsyncDisposable
{
    // The least that is waited for anything; a machine may be busy.
    private const float Patience = 60_000;

    private readonly List<string> _complaints = [];
    private readonly FileExtensionContentTypeProvider _types = new(new Dictionary<string, string>(
        new FileExtensionContentTypeProvider().Mappings)
    {
        [".dat"] = "application/octet-stream",
    });

    private readonly string _folder;
    private readonly ServedConfig _config;
    private readonly List<LoopbackServer> _servers = [];
    private string _settings = "";
    private IBrowserContext? _window;

    private OpenedShop(string folder, ServedConfig config) => (_folder, _config) = (folder, config);

    /// <summary>The page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Scheme, host and port of the page.</summary>
    public string Origin => _servers[0].Url.GetLeftPart(UriPartial.Authority);

    /// <summary>Errors and warnings of the console, and errors that nobody has caught.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Starts the servers and opens the page.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="shop">The published sample.</param>
    /// <param name="config">What its server answers.</param>
    /// <param name="isElsewhere">Whether the config comes from a server of another origin.</param>
    public static async Task<OpenedShop> OpenAsync(
        Browser browser, PublishedShop shop, ServedConfig config, bool isElsewhere = false)
    {
        OpenedShop opened = new(shop.Site, config);
        opened._servers.Add(await LoopbackServer.StartAsync(opened.AnswerAsync));
        if (isElsewhere)
            opened._servers.Add(await LoopbackServer.StartAsync(config.AnswerAsync));
        opened._settings =
            $$"""{ "Features": { "Url": "{{opened._servers[^1].Url}}", "PollInterval": "00:00:00.1" } }""";

        opened._window = await browser.OpenAsync();
        opened.Page = await opened._window.NewPageAsync();
        opened.Page.SetDefaultTimeout(Patience);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened._complaints.Add(message.Text);
        };
        opened.Page.PageError += (_, error) => opened._complaints.Add(error);
        await opened.Page.GotoAsync(opened.Origin);
        await opened.Page.Locator("#buy").WaitForAsync();
        return opened;
    }

    /// <summary>The text of an element.</summary>
    public Task<string> TextAsync(string selector) => Page.Locator(selector).InnerTextAsync();

    /// <summary>Waits until an element has a text.</summary>
    public Task HasAsync(string selector, string text) =>
        Assertions.Expect(Page.Locator(selector)).ToHaveTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until an element's text has a part.</summary>
    public Task ContainsAsync(string selector, string part) =>
        Assertions.Expect(Page.Locator(selector)).ToContainTextAsync(part, new() { Timeout = Patience });

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
            await _window.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        if (path == "config.json")
        {
            await _config.AnswerAsync(context);
            return;
        }

        if (path == "appsettings.json")
        {
            await context.Response.WriteAsync(_settings);
            return;
        }

        var file = Path.Combine(_folder, path.Length == 0 ? "index.html" : path);
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = _types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        await context.Response.SendFileAsync(file);
    }
}
