using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Slowroll.AspNetCore.Tests;

/// <summary>A real server with a status page, on this machine.</summary>
public sealed class PageHost : IAsyncDisposable
{
    /// <summary>An instant at which some flags of <see cref="Config"/> move.</summary>
    public static readonly DateTimeOffset At = new(2030, 12, 19, 9, 30, 0, TimeSpan.Zero);

    /// <summary>A config with a bit of everything.</summary>
    public const string Config = """
        {
          "$slowroll": {
            "audiences": {
              "canaries": { "keys": ["web-1.us.example.com"], "patterns": ["canary-[0-9]+\\..*"] },
              "eu": { "patterns": [".*\\.eu\\.example\\.com"] }
            },
            "hours": "Mon-Fri 08:00-16:00Z",
            "freezes": [{ "from": "2030-12-24 00:00Z", "until": "2030-12-27 00:00Z", "reason": "Christmas" }]
          },
          "features": {
            "fast_index": {
              "stable": false, "new": true, "start_time": "2030-12-16 15:00Z",
              "steps": [
                { "pct": 1, "hold": "17h" }, { "pct": 10, "over": "8h", "hold": "16h" }, { "pct": 100, "over": "24h" }
              ],
              "waves": [
                { "audience": "canaries", "steps": [{ "pct": 100 }] }, { "audience": "eu", "after": "2d" },
                { "after": "1d" }
              ]
            },
            "new_checkout": {
              "stable": "v1", "new": "v2", "start_time": "2030-12-17 08:00Z", "duration": "6d",
              "hours": "Mon-Sun 00:00-24:00Z", "early_adopters": ["web-7.ap.example.com", "db-5.eu.example.com"],
              "rollback": { "from": "2030-12-21 10:00Z", "over": "6h" }
            },
            "held_back": {
              "stable": 1, "new": 2, "start_time": "2030-12-17 08:00Z", "duration": "6d",
              "freezes": [{ "from": "2030-12-18 10:00Z", "reason": "too many errors" }]
            },
            "broken": { "stable": 1, "new": 2, "end_time": "soon" },
            "for_friends": { "stable": 1, "new": 2, "early_adopters": ["ada"] },
            "old_parser": { "stable": true },
            "done_long_ago": { "stable": 1, "new": 2, "end_time": "2029-01-01 00:00Z", "duration": "1d" }
          }
        }
        """;

    private readonly WebApplication _app;

    private PageHost(WebApplication app, TestSource source, FixedClock? clock, LogLines log) =>
        (_app, Source, Clock, Log) = (app, source, clock, log);

    /// <summary>The source of its config.</summary>
    public TestSource Source { get; }

    /// <summary>Its clock, if it isn't the machine's.</summary>
    public FixedClock? Clock { get; }

    /// <summary>What it logs.</summary>
    public LogLines Log { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Starts one.</summary>
    /// <param name="config">Its config.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="add">Adds services.</param>
    /// <param name="map">Maps its endpoints; the page at <c>/slowroll</c> if it doesn't say.</param>
    /// <param name="options">Changes the options of its config.</param>
    /// <param name="at">The time of day; null for the machine's.</param>
    public static async Task<PageHost> StartAsync(
        string config = Config, string environment = "Development", Action<IServiceCollection>? add = null,
        Action<WebApplication>? map = null, Action<SlowrollOptions>? options = null, DateTimeOffset? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = environment, ApplicationName = "Shop" });
        LogLines log = new();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        TestSource source = new("the test's store", config);
        FixedClock? clock = at is { } instant ? new(instant) : null;
        if (clock is not null)
            builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSlowroll<Flags>(source, its =>
        {
            its.UseDiskCache = false;
            options?.Invoke(its);
        });
        add?.Invoke(builder.Services);
        var app = builder.Build();
        if (map is null)
            app.MapSlowroll("/slowroll");
        else
            map(app);
        PageHost host = new(app, source, clock, log);
        await app.StartAsync();
        host.Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Url };
        return host;
    }

    /// <summary>The text of an answer.</summary>
    public Task<string> GetAsync(string path) => Client.GetStringAsync(path);

    /// <summary>The answer as JSON.</summary>
    public async Task<JsonElement> GetJsonAsync(string path) =>
        JsonDocument.Parse(await Client.GetStringAsync(path)).RootElement;

    /// <summary>Asks the source again, now.</summary>
    public Task RefreshAsync() => _app.Services.GetRequiredService<Flags>().Config.RefreshAsync();

    /// <summary>Stops it, as at the end of the process.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
