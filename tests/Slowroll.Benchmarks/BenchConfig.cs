using System.Globalization;
using System.Text;

namespace Slowroll.Benchmarks;

/// <summary>A config with a flag of each kind, in the middle of its rollouts by the system's clock.</summary>
internal static class BenchConfig
{
    public static byte[] Utf8Json { get; } = Make();

    /// <summary>So few that they stay in the nearest cache, as a key does that a request has just brought.</summary>
    public const int HostCount = 256;

    /// <summary>Host names of 21 letters, none an early adopter.</summary>
    public static string[] Hosts { get; } =
        [.. Enumerable.Range(0, HostCount).Select(number => $"web-{number:D5}.example.com")];

    /// <summary>A config of as many rollouts, each with everything a usual one has: some 160 bytes.</summary>
    public static byte[] WithFlags(int count)
    {
        var schedule = $"\"end_time\": \"{Text(DateTime.UtcNow.AddDays(7))}\", \"duration\": \"14d\"";
        var flags = Enumerable.Range(0, count).Select(number =>
            $$"""
                "flag_{{number}}": { "stable": {{number}}, "new": {{number + 1}}, {{schedule}}, "early_adopters": ["web-1", "web-2"] }
            """);
        return Encoding.UTF8.GetBytes("{ \"s\": {\n" + string.Join(",\n", flags) + "\n} }");
    }

    private static byte[] Make()
    {
        var now = DateTime.UtcNow;
        var schedule = $"\"end_time\": \"{Text(now.AddDays(7))}\", \"duration\": \"14d\"";
        var over = $"\"end_time\": \"{Text(now.AddDays(-1))}\", \"duration\": \"1d\"";
        var adopters =
            string.Join(", ", Enumerable.Range(0, 10_000).Select(number => $"\"adopter-{number:D5}.example.com\""));
        return Encoding.UTF8.GetBytes($$"""
            {
              "s": {
                "settled": { "stable": true },
                "finished": { "stable": false, "new": true, {{over}} },
                "ramp": { "stable": false, "new": true, {{schedule}} },
                "partial_ramp": { "stable": false, "new": true, {{schedule}}, "start_pct": 5, "end_pct": 95.5 },
                "interpolated": { "stable": 0, "new": 1000, {{schedule}}, "interpolate": true },
                "crowded": { "stable": false, "new": true, {{schedule}}, "early_adopters": [{{adopters}}] }
              }
            }
            """);
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
