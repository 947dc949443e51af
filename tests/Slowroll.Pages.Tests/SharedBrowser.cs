namespace Slowroll.Pages.Tests;

/// <summary>The tests of pages share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
