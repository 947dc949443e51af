using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

public sealed class CacheDirectoryTests
{
    private static readonly string Home = Path.GetFullPath("/home/me");

    [Fact]
    public void XDG_comes_first()
    {
        Assert.Equal(Path.Combine(Home, "xdg", "slowroll"),
            OfPlatform(CachePlatform.Xdg, xdg: Path.Combine(Home, "xdg")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void Without_an_absolute_XDG_path_it_is_in_the_home_directory(string? xdg)
    {
        Assert.Equal(Path.Combine(Home, ".cache", "slowroll"), OfPlatform(CachePlatform.Xdg, xdg));
    }

    [Fact]
    public void On_macOS_it_is_among_the_librarys_caches()
    {
        Assert.Equal(Path.Combine(Home, "Library", "Caches", "slowroll"), OfPlatform(CachePlatform.MacOS));
    }

    [Fact]
    public void On_Windows_it_is_in_the_local_application_data()
    {
        var folder = Path.GetFullPath("/local");

        Assert.Equal(
            Path.Combine(folder, "slowroll"),
            CacheDirectory.OfPlatform(
                CachePlatform.Windows,
                _ => null,
                asked => asked == Environment.SpecialFolder.LocalApplicationData ? folder : ""));
    }

    [Theory]
    [InlineData((int)CachePlatform.Xdg)]
    [InlineData((int)CachePlatform.MacOS)]
    [InlineData((int)CachePlatform.Windows)]
    public void Survive_39_without_a_home_directory_there_is_none(int platform)
    {
        Assert.Null(CacheDirectory.OfPlatform((CachePlatform)platform, _ => null, _ => ""));
    }

    [Fact]
    public void What_is_configured_wins()
    {
        Assert.Equal(Home, CacheDirectory.Find(Home, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_is_configured_but_no_path_is_a_sentence(string configured)
    {
        CacheDirectory.Find(configured, out var whyNot);

        Assert.Contains("SlowrollOptions.CacheDirectory", whyNot, StringComparison.Ordinal);
    }

    private static string? OfPlatform(CachePlatform platform, string? xdg = null) => CacheDirectory.OfPlatform(
        platform,
        name => name == "XDG_CACHE_HOME" ? xdg : null,
        folder => folder == Environment.SpecialFolder.UserProfile ? Home : "");
}
