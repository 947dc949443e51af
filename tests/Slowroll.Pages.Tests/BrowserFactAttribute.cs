namespace Slowroll.Pages.Tests;

/// <summary>A test that needs a browser; skipped where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.WhatIsMissing;
}

/// <summary>A test with several cases that needs a browser; skipped where there is none.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.WhatIsMissing;
}
