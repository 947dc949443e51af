using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>Reads of schedules: what they cost beside a plain one.</summary>
[MemoryDiagnoser]
public class ScheduleBenchmarks
{
    private static readonly string Steps = string.Join(", ", Enumerable.Range(1, 10).Select(number =>
        $$"""{ "pct": {{number * 10}}, "over": "300d", "hold": "10d" }"""));

    // Each in the middle of its ramp today, and for years.
    private readonly SlowrollConfig _config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""
        {
          "$slowroll": { "audiences": { "eu": { "keys": [{{Names(1000)}}] } } },
          "s": {
            "plain": { {{Start(-2500)}}, "duration": "7000d" },
            "full": {
              {{Start(-2500)}}, "steps": [{{Steps}}], "hours": "Mon-Sun 00:00-23:59Z",
              "freezes": [{{Freeze(-2000)}}, {{Freeze(-1500)}}, {{Freeze(2000)}}]
            },
            "rollback": {
              {{Start(-2500)}}, "duration": "3000d", "rollback": { "from": "{{Day(-700)}}", "over": "3000d" }
            },
            "waves": { {{Start(-2500)}}, "duration": "7000d", "waves": [{ "audience": "eu" }, {}] }
          }
        }
        """));

    private Flag<bool> _flag = null!;
    private int _next;

    /// <summary>The flag.</summary>
    [Params("plain", "full", "rollback", "waves")]
    public string Schedule { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _flag = _config.GetFlag("s", Schedule, false);
        _flag.Evaluate("nobody");
    }

    [Benchmark(Description = "the last hash key")]
    public bool LastHashKey() => _flag.Evaluate(BenchConfig.Hosts[7]);

    [Benchmark(Description = "ever new hash keys")]
    public bool NewHashKeys() => _flag.Evaluate(BenchConfig.Hosts[_next++ & (BenchConfig.HostCount - 1)]);

    private static string Names(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(number => $"\"eu-{number}\""));

    private static string Start(int days) =>
        $$""" "stable": false, "new": true, "start_time": "{{Day(days)}}" """;

    private static string Freeze(int days) => $$"""{ "from": "{{Day(days)}}", "until": "{{Day(days + 30)}}" }""";

    private static string Day(int days) =>
        DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd 00:00", CultureInfo.InvariantCulture) + "Z";
}
