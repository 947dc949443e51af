using System.Diagnostics.Metrics;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>Reads off the usual path: each once cost more than it had to, or allocated.</summary>
[MemoryDiagnoser]
public class RareReadBenchmarks
{
    private static readonly string Schedule =
        $"\"end_time\": \"{DateTime.UtcNow.AddDays(7):yyyy-MM-dd HH:mm}Z\", \"duration\": \"14d\"";

    private readonly SlowrollConfig _config = ConfigOf(Hashers.Sha1);
    private readonly SlowrollConfig _ownHasher = ConfigOf(static key => (uint)key.Length << 24);
    private readonly string _host = BenchConfig.Hosts[7];
    private readonly HashKey _hashed = new(BenchConfig.Hosts[7]);
    private readonly MeterListener _listener = new();
    private Flag<bool> _plain = null!;
    private Flag<bool> _ramp = null!;
    private Flag<bool> _salted = null!;
    private Flag<int> _number = null!;
    private Flag<long> _wide = null!;
    private Flag<System.Text.Json.JsonElement> _json = null!;
    private int _next;

    [GlobalSetup]
    public void SetUp()
    {
        _plain = _config.GetFlag("s", "plain", false);
        _ramp = _config.GetFlag("s", "ramp", false);
        _number = _config.GetFlag("s", "number", 0);
        _wide = _config.GetFlag("s", "wide", 0L);
        _json = _config.GetFlag("s", "number", default(System.Text.Json.JsonElement));
        _salted = _ownHasher.GetFlag("s", "salted", false);
        _ramp.Evaluate("nobody");
        _salted.Evaluate("nobody");
    }

    [GlobalSetup(Targets = [nameof(CountedPlain), nameof(CountedRamp), nameof(CountedByName)])]
    public void SetUpWithListener()
    {
        SetUp();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Slowroll")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        _listener.Start();
    }

    [GlobalCleanup]
    public void CleanUp() => _listener.Dispose();

    [Benchmark(Description = "settled, while a meter listens")]
    public bool CountedPlain() => _plain.Evaluate(_host);

    [Benchmark(Description = "mid-ramp, last key, while a meter listens")]
    public bool CountedRamp() => _ramp.Evaluate(_host);

    [Benchmark(Description = "mid-ramp, by name, while a meter listens")]
    public bool CountedByName() => _config.GetValue("s", "ramp", _host, false);

    [Benchmark(Description = "interpolated, an int")]
    public int Number() => _number.Evaluate(_hashed);

    [Benchmark(Description = "interpolated, read as JSON")]
    public System.Text.Json.JsonElement Json() => _json.Evaluate(_hashed);

    [Benchmark(Description = "interpolated, 64 bits wide, odd percentages")]
    public long Wide() => _wide.Evaluate(_hashed);

    [Benchmark(Description = "an own hasher and a salt, ever new keys")]
    public bool OwnHasherAndSalt() => _salted.Evaluate(BenchConfig.Hosts[_next++ % BenchConfig.HostCount]);

    private static SlowrollConfig ConfigOf(Func<string, uint> hasher) => SlowrollConfig.FromJson(
        Encoding.UTF8.GetBytes($$"""
            {
              "s": {
                "plain": { "stable": true },
                "ramp": { "stable": false, "new": true, {{Schedule}} },
                "salted": { "stable": false, "new": true, {{Schedule}}, "salt": "winter" },
                "number": { "stable": 0, "new": 1000, {{Schedule}}, "interpolate": true },
                "wide": { "stable": {{long.MinValue}}, "new": {{long.MaxValue}}, {{Schedule}}, "start_pct": 0.000000001, "end_pct": 99.999999999, "interpolate": true }
              }
            }
            """),
        new SlowrollOptions { Hasher = hasher });
}
