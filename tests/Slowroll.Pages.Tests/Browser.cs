using System.Reflection;
using Microsoft.Playwright;

namespace Slowroll.Pages.Tests;

/// <summary>One Chromium for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // What a browser does by itself would look like requests of the page.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string Driver = typeof(Browser).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PlaywrightPackage").Value!;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why no browser can be started; null if one can.</summary>
    public static string? WhatIsMissing =>
        !Array.Exists(Places, File.Exists) ? "The tests of pages need Chromium."
        : !Directory.Exists(Path.Combine(Driver, ".playwright")) ? "The tests of pages need the driver of Playwright."
        : null;

    /// <summary>A new window, with nothing stored.</summary>
    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null) =>
        _browser!.NewContextAsync(options);

    public async Task InitializeAsync()
    {
        if (WhatIsMissing is not null)
            return;

        // The package's own folder has it; it isn't copied.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Driver);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Array.Find(Places, File.Exists),
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
