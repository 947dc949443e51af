using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>A page that was opened, and what happened to it.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll page ");
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];
    private IBrowserContext? _window;

    private OpenedPage()
    {
    }

    /// <summary>The page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>All that it asked for, itself too.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Errors and warnings of the console, errors of the script, and dialogs.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Stores a page and opens it.</summary>
    public static async Task<OpenedPage> OpenAsync(
        Browser browser, string html, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        OpenedPage opened = new();
        var path = Path.Combine(opened._folder.FullName, "plan.html");
        await File.WriteAllTextAsync(path, html);
        await opened.GoAsync(browser, new(path), width, scheme, scripts);
        return opened;
    }

    /// <summary>Opens a page of a server.</summary>
    public static async Task<OpenedPage> VisitAsync(
        Browser browser, Uri url, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        OpenedPage opened = new();
        await opened.GoAsync(browser, url, width, scheme, scripts);
        return opened;
    }

    /// <summary>The text of the first element that a selector finds.</summary>
    public async Task<string> TextAsync(string selector) => await Page.Locator(selector).First.InnerTextAsync();

    /// <summary>The texts of all elements that a selector finds.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string selector) =>
        await Page.Locator(selector).AllTextContentsAsync();

    public async ValueTask DisposeAsync()
    {
        if (_window is not null)
            await _window.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task GoAsync(Browser browser, Uri url, int width, ColorScheme scheme, bool scripts)
    {
        _window = await browser.OpenAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        Page = await _window.NewPageAsync();
        Page.Request += (_, request) => _requests.Add(request.Url);
        Page.Console += (_, message) => _complaints.Add(message.Text);
        Page.PageError += (_, error) => _complaints.Add(error);
        Page.Dialog += async (_, dialog) =>
        {
            _complaints.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await Page.GotoAsync(url.AbsoluteUri);
    }
}
