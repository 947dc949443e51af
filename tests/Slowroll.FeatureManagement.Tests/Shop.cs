using System.Text;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.AspNetCore;

namespace Slowroll.FeatureManagement.Tests;

/// <summary>A web app on loopback whose features are partly flags. The hash key is in the request's query.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private Shop(WebApplication app) =>
        (_app, _client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    /// <summary>What the source of the config sends.</summary>
    public static string Config { get; } = """
        {
          "shop": {
            "new_checkout": { "stable": false, "new": true, "early_adopters": ["ada"] },
            "theme": { "stable": "plain", "new": "dark", "early_adopters": ["ada"] }
          }
        }
        """;

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="json">The config's source.</param>
    /// <param name="configure">Adds the flags to the feature management; null for those that most tests need.</param>
    /// <param name="logs">Where the host logs; null for nowhere.</param>
    public static async Task<Shop> StartAsync(
        Func<string>? json = null, Action<IFeatureManagementBuilder>? configure = null,
        ILoggerProvider? logs = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Shop).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        builder.Configuration.AddInMemoryCollection([new("FeatureManagement:Legacy", "true")]);
        builder.Services.AddControllersWithViews();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSlowroll<ShopFlags>(
            ConfigSource.From("test", (_, _) => ValueTask.FromResult(
                FetchResult.Fresh(Encoding.UTF8.GetBytes((json ?? (() => Config))()), etag: null))),
            options =>
            {
                (options.UseDiskCache, options.PollInterval) = (false, Timeout.InfiniteTimeSpan);
                options.MaxExposures = logs is null ? 0 : 100;
            });
        (configure ?? AddFlags)(builder.Services.AddFeatureManagement());

        var app = builder.Build();
        app.MapControllers();
        app.MapGet("/minimal", () => "in").WithFeatureGate("NewCheckout");
        app.MapGet("/twice", async (IVariantFeatureManagerSnapshot features, ShopFlags flags) =>
        {
            var before = await features.IsEnabledAsync("NewCheckout");
            await flags.Config.RefreshAsync();
            return $"{before} {await features.IsEnabledAsync("NewCheckout")}";
        });
        await app.StartAsync();
        return new Shop(app);
    }

    /// <summary>Two of the features are flags, for the user in the query.</summary>
    public static void AddFlags(IFeatureManagementBuilder features) => features.AddSlowroll<ShopFlags>(flags =>
    {
        flags.HashKeyOf = services =>
            services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Query["user"];
        flags.Add("NewCheckout", ShopFlags.Keys.NewCheckout)
            .Add("Theme", ShopFlags.Keys.Theme)
            .Add("Missing", ShopFlags.Keys.Missing);
    });

    /// <summary>The answer to a request: its status, and its text on one line.</summary>
    public async Task<(int Status, string Text)> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, string.Join(
            ' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
