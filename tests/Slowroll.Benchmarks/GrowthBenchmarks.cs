using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>What a read costs in configs of any size.</summary>
public class GrowthBenchmarks
{
    private SlowrollConfig _config = null!;
    private Flag<int> _flag = null!;

    [Params(1, 100, 10_000, 100_000)]
    public int Flags { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _config = SlowrollConfig.FromJson(BenchConfig.WithFlags(Flags));
        _flag = _config.GetFlag("s", "flag_0", -1);
    }

    [Benchmark(Description = "flag found once")]
    public int Found() => _flag.Evaluate("host");

    [Benchmark(Description = "flag by name")]
    public int ByName() => _config.GetValue("s", "flag_0", "host", -1);
}
