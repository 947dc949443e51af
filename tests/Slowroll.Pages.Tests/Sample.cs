using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;
using Slowroll.Tool.Planning.Page;

namespace Slowroll.Pages.Tests;

/// <summary>A config with a bit of everything, and a fleet.</summary>
internal static class Sample
{
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
              "stable": false, "new": true,
              "start_time": "2030-12-16 15:00Z",
              "steps": [
                { "pct": 1, "hold": "17h" },
                { "pct": 10, "over": "8h", "hold": "16h" },
                { "pct": 100, "over": "24h" }
              ],
              "waves": [
                { "audience": "canaries", "steps": [{ "pct": 100 }] },
                { "audience": "eu", "after": "2d" },
                { "after": "1d" }
              ]
            },
            "new_checkout": {
              "stable": "v1", "new": "v2", "salt": "checkout",
              "start_time": "2030-12-17 08:00Z", "duration": "6d",
              "hours": "Mon-Sun 00:00-24:00Z",
              "early_adopters": ["web-7.ap.example.com", "db-5.eu.example.com"],
              "rollback": { "from": "2030-12-21 10:00Z", "over": "6h" }
            },
            "cache_minutes": {
              "stable": 5, "new": 60, "interpolate": true,
              "end_time": "2030-12-20 16:00Z", "duration": "32h"
            },
            "old_parser": { "stable": true },
            "done_long_ago": { "stable": 1, "new": 2, "end_time": "2029-01-01 00:00Z", "duration": "1d" }
          }
        }
        """;

    public static readonly DateTimeOffset At = new(2030, 12, 19, 9, 30, 0, TimeSpan.Zero);

    private static readonly string[] Kinds = ["web", "db", "cache", "canary"];
    private static readonly string[] Regions = ["us", "eu", "ap"];

    /// <summary>Names of hosts.</summary>
    public static IReadOnlyList<string> Hosts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(
            i => $"{Kinds[i % 20 == 19 ? 3 : i % 3]}-{i + 1}.{Regions[i / 3 % 3]}.example.com"),
    ];

    /// <summary>The page of a config.</summary>
    public static string Page(
        string config = Config, IEnumerable<string>? hosts = null, DateTimeOffset? at = null,
        string title = "app_features.json") => PlanPage.Write(
            title, ConfigDocument.Read(config), hosts is null ? null : new HostList(hosts, Hashers.Sha1), at ?? At);
}
