using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Slowroll.Hosting.Tests.EndToEnd;

/// <summary>The sample as its users would test it: by WebApplicationFactory, on a real web server.</summary>
public class WebShopTests
{
    [Fact]
    public void The_compiler_knows_that_a_browser_has_no_host_for_the_generated_method() => Assert.Equal(
        "browser",
        typeof(Program).Assembly.GetType("WebShop.ShopFeaturesServiceCollectionExtensions")!
            .GetCustomAttribute<UnsupportedOSPlatformAttribute>()?.PlatformName);

    [Fact]
    public async Task Settings_of_a_test_go_before_the_apps()
    {
        var folder = Directory.CreateTempSubdirectory("slowroll-");
        var file = Path.Combine(folder.FullName, "test_features.json");
        await File.WriteAllTextAsync(file, """{"checkout": {"free_shipping_from": {"stable": 77}}}""");

        var page = await PageOf(builder => builder.ConfigureAppConfiguration(configuration =>
            configuration.AddInMemoryCollection([new("ShopFeatures:File", file)])));

        Assert.StartsWith("Free shipping from 77 euros.", page, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_setting_that_is_misspelled_ends_the_start()
    {
        var e = await Assert.ThrowsAnyAsync<Exception>(
            () => PageOf(builder => builder.UseSetting("ShopFeatures:PolInterval", "1s")));

        Assert.Contains(
            "The configuration value ShopFeatures:PolInterval is not known. Did you mean ShopFeatures:PollInterval?",
            e.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_a_test_go_before_the_apps()
    {
        SlowrollOptions? seen = null;

        await PageOf(builder => builder.ConfigureTestServices(
            services => services.ConfigureAll<SlowrollOptions>(options => seen = options)));

        Assert.Equal((TimeSpan.FromSeconds(1), false), (seen!.PollInterval, seen.UseDiskCache));
    }

    private static async Task<string> PageOf(Action<IWebHostBuilder> change)
    {
        await using var shops = new WebApplicationFactory<Program>();
        await using var shop = shops.WithWebHostBuilder(change);
        shop.UseKestrel(0);
        using var client = shop.CreateClient();
        return await client.GetStringAsync(new Uri("/", UriKind.Relative));
    }
}
