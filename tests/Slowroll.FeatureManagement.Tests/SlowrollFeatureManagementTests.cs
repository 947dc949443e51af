using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.FeatureManagement.Tests;

public class SlowrollFeatureManagementTests
{
    private static readonly TargetingContext Ada = new() { UserId = "ada" };
    private static readonly TargetingContext Bob = new() { UserId = "bob" };

    [Fact]
    public async Task Within_a_scope_each_one_gets_an_answer_of_its_own()
    {
        await using var shop = await Shop.StartAsync();
        using var scope = shop.Services.CreateScope();
        var features = scope.ServiceProvider.GetRequiredService<IVariantFeatureManagerSnapshot>();

        Assert.True(await features.IsEnabledAsync("NewCheckout", Ada));
        Assert.False(await features.IsEnabledAsync("NewCheckout", Bob));
        Assert.Equal(
            ["new", "stable"],
            [(await features.GetVariantAsync("Theme", Ada)).Name, (await features.GetVariantAsync("Theme", Bob)).Name]);
    }

    [Fact]
    public async Task A_text_that_comes_with_the_question_is_the_hash_key()
    {
        await using var shop = await Shop.StartAsync();
        using var scope = shop.Services.CreateScope();

        Assert.True(await shop.Services.GetRequiredService<IFeatureManager>().IsEnabledAsync("NewCheckout", "ada"));
        Assert.True(await scope.ServiceProvider.GetRequiredService<IFeatureManagerSnapshot>()
            .IsEnabledAsync("newcheckout", "ada"));
    }

    [Fact]
    public async Task The_live_manager_follows_the_config()
    {
        var json = Shop.Config;
        await using var shop = await Shop.StartAsync(() => json);
        var features = shop.Services.GetRequiredService<IVariantFeatureManager>();
        Assert.True(await features.IsEnabledAsync("NewCheckout", Ada));

        json = "{}";
        await shop.Services.GetRequiredService<ShopFlags>().Config.RefreshAsync();

        Assert.False(await features.IsEnabledAsync("NewCheckout", Ada));
    }

    [Fact]
    public async Task A_flag_that_is_no_bool_is_enabled_for_those_who_have_the_new_value()
    {
        await using var shop = await Shop.StartAsync();
        var features = shop.Services.GetRequiredService<IVariantFeatureManager>();

        Assert.True(await features.IsEnabledAsync("Theme", Ada));
        Assert.False(await features.IsEnabledAsync("Theme", Bob));
    }

    [Fact]
    public async Task While_the_default_answers_there_is_no_variant_and_nothing_is_enabled()
    {
        await using var shop = await Shop.StartAsync();
        var features = shop.Services.GetRequiredService<IVariantFeatureManager>();

        Assert.Null(await features.GetVariantAsync("Missing", Ada));
        Assert.False(await features.IsEnabledAsync("Missing", Ada));
    }

    [Fact]
    public async Task All_names_are_told_once()
    {
        await using var shop = await Shop.StartAsync(configure: features => features.AddSlowroll<ShopFlags>(flags =>
        {
            flags.HashKeyOf = _ => "ada";
            flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout).Add("LEGACY", ShopFlags.Keys.NewCheckout);
        }));
        var features = shop.Services.GetRequiredService<IVariantFeatureManager>();
        List<string> names = [];
        await foreach (var name in features.GetFeatureNamesAsync())
            names.Add(name);

        Assert.Equal(["NewCheckout", "LEGACY"], names);
    }

    [Fact]
    public async Task A_feature_that_moved_is_no_longer_answered_by_the_configuration()
    {
        await using var shop = await Shop.StartAsync(configure: features => features.AddSlowroll<ShopFlags>(flags =>
        {
            flags.HashKeyOf = _ => "bob";
            flags.Add("Legacy", ShopFlags.Keys.NewCheckout);
        }));

        Assert.False(await shop.Services.GetRequiredService<IVariantFeatureManager>().IsEnabledAsync("Legacy"));
    }

    [Fact]
    public async Task The_targeting_of_the_host_gives_the_hash_key_where_no_callback_does()
    {
        await using var shop = await Shop.StartAsync(configure: features => features
            .WithTargeting<AlwaysAda>()
            .AddSlowroll<ShopFlags>(flags => flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout)));

        Assert.Equal(200, (await shop.GetAsync("/gated")).Status);
    }

    [Fact]
    public async Task Of_two_calls_for_a_class_the_last_one_counts()
    {
        await using var shop = await Shop.StartAsync(configure: features =>
        {
            Shop.AddFlags(features);
            features.AddSlowroll<ShopFlags>(flags =>
            {
                flags.HashKeyOf = _ => "ada";
                flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout);
            });
        });
        var manager = shop.Services.GetRequiredService<IVariantFeatureManager>();

        Assert.True(await manager.IsEnabledAsync("NewCheckout"));
        Assert.Equal("stable", (await manager.GetVariantAsync("Theme")).Name);
    }

    [Theory]
    [InlineData("ada", typeof(DarkTheme))]
    [InlineData("bob", typeof(PlainTheme))]
    public async Task A_variant_chooses_an_implementation(string user, Type expected)
    {
        await using var shop = await Shop.StartAsync(configure: features =>
        {
            features.Services.AddSingleton<ITheme, PlainTheme>().AddSingleton<ITheme, DarkTheme>();
            features
                .AddSlowroll<ShopFlags>(flags =>
                {
                    flags.HashKeyOf = _ => user;
                    flags.Add("Theme", ShopFlags.Keys.Theme);
                })
                .WithVariantService<ITheme>("Theme");
        });

        Assert.IsType(
            expected,
            await shop.Services.GetRequiredService<IVariantServiceProvider<ITheme>>().GetServiceAsync(default));
    }

    [Fact]
    public async Task A_scoped_manager_stays_scoped()
    {
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new ShopFlags(SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(Shop.Config))));
        services.AddSlowroll<ShopFlags>(new Uri("http://127.0.0.1:1/"));
        services.AddScoped<ScopedUser>();
        services.AddScopedFeatureManagement().AddSlowroll<ShopFlags>(flags =>
        {
            flags.HashKeyOf = provider => provider.GetRequiredService<ScopedUser>().Name;
            flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout);
        });
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<ScopedUser>().Name = "ada";

        Assert.True(await scope.ServiceProvider.GetRequiredService<IVariantFeatureManager>()
            .IsEnabledAsync("NewCheckout"));
        Assert.True(await scope.ServiceProvider.GetRequiredService<IFeatureManagerSnapshot>()
            .IsEnabledAsync("NewCheckout"));
    }

    [Fact]
    public async Task Without_a_hash_key_the_host_does_not_start_and_says_what_is_missing()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.StartAsync(
            configure: features => features.AddSlowroll<ShopFlags>(
                flags => flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout))));

        Assert.Equal(
            "Slowroll.FeatureManagement.Tests.ShopFlags answers features, but nothing says for which hash key: set "
            + "HashKeyOf in AddSlowroll<ShopFlags>(...), or add WithTargeting() to the feature management.",
            exception.Message);
    }

    [Fact]
    public async Task A_class_that_was_not_added_to_the_host_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.StartAsync(
            configure: features => features.AddSlowroll<OtherFlags>(flags =>
            {
                flags.HashKeyOf = _ => "ada";
                flags.Add("Other", ShopFlags.Keys.NewCheckout);
            })));

        Assert.Contains("OtherFlags answers features, but wasn't added", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feature_of_two_classes_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.StartAsync(
            configure: features =>
            {
                Shop.AddFlags(features);
                features.Services.AddSlowroll<OtherFlags>(new Uri("http://127.0.0.1:1/"));
                features.AddSlowroll<OtherFlags>(flags =>
                {
                    flags.HashKeyOf = _ => "ada";
                    flags.Add("theme", ShopFlags.Keys.Theme);
                });
            }));

        Assert.Contains("'theme' is answered by flags of Slowroll", exception.Message, StringComparison.Ordinal);
    }

    private interface ITheme;

    [VariantServiceAlias("stable")]
    private sealed class PlainTheme : ITheme;

    [VariantServiceAlias("new")]
    private sealed class DarkTheme : ITheme;

    private sealed class AlwaysAda : ITargetingContextAccessor
    {
        public ValueTask<TargetingContext> GetContextAsync() => new(Ada);
    }

    private sealed class ScopedUser
    {
        public string Name { get; set; } = "";
    }

    private sealed class OtherFlags(SlowrollConfig config) : IFlagClass<OtherFlags>
    {
        public static string LocalCacheName => "Slowroll.FeatureManagement.Tests.OtherFlags";

        public SlowrollConfig Config => config;

        public static OtherFlags FromConfig(SlowrollConfig config) => new(config);
    }
}
