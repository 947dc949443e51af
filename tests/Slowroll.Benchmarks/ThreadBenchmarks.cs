using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>The same number of reads by each of one or two threads: as long means twice the throughput.</summary>
public class ThreadBenchmarks
{
    private const int Reads = 1_000_000;
    private readonly BenchFeatures _flags = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));

    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark(Description = "settled", OperationsPerInvoke = Reads)]
    public void Settled() => Run(number => _flags.Settled(BenchConfig.Hosts[number & 1023]));

    [Benchmark(Description = "mid-ramp, same key", OperationsPerInvoke = Reads)]
    public void SameKey() => Run(_ => _flags.Ramp(BenchConfig.Hosts[7]));

    [Benchmark(Description = "mid-ramp, ever new keys", OperationsPerInvoke = Reads)]
    public void NewKeys() => Run(number => _flags.Ramp(BenchConfig.Hosts[number & 1023]));

    private void Run(Func<int, bool> read) => Parallel.For(0, Threads, new() { MaxDegreeOfParallelism = Threads }, _ =>
    {
        for (var i = 0; i < Reads; i++)
            read(i);
    });
}
