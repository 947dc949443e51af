using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>The same number of reads by each of one or two threads: as long means twice the throughput. How near a
/// machine comes to that at all, reads of a field show; on one that has other work to do, the quickest run
/// counts.</summary>
[MinColumn]
public class ThreadBenchmarks
{
    private const int Reads = 1_000_000;
    private const int QuickReads = 20 * Reads;

    private readonly BenchFeatures _flags = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));
    private readonly BenchFeatures _asked = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));
    private readonly bool[] _fields = [true];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void SetUp() => _asked.Ramp("nobody");

    [Benchmark(Description = "floor: volatile field", OperationsPerInvoke = QuickReads)]
    public void Field() => Run(() =>
    {
        for (var i = 0; i < QuickReads; i++)
            Volatile.Read(ref _fields[0]);
    });

    [Benchmark(Description = "settled", OperationsPerInvoke = QuickReads)]
    public void Settled() => Run(() =>
    {
        for (var i = 0; i < QuickReads; i++)
            _flags.Settled(BenchConfig.Hosts[i % BenchConfig.HostCount]);
    });

    [Benchmark(Description = "mid-ramp, first key", OperationsPerInvoke = QuickReads)]
    public void FirstKey() => Run(() => ReadRamp(_flags));

    [Benchmark(Description = "mid-ramp, last key", OperationsPerInvoke = QuickReads)]
    public void LastKey() => Run(() => ReadRamp(_asked));

    [Benchmark(Description = "mid-ramp, ever new keys", OperationsPerInvoke = Reads)]
    public void NewKeys() => Run(() =>
    {
        for (var i = 0; i < Reads; i++)
            _asked.Ramp(BenchConfig.Hosts[i % BenchConfig.HostCount]);
    });

    private static void ReadRamp(BenchFeatures flags)
    {
        var host = BenchConfig.Hosts[7];
        for (var i = 0; i < QuickReads; i++)
            flags.Ramp(host);
    }

    // Threads of their own: a pool may let one of its threads do the work of two.
    private void Run(ThreadStart reads)
    {
        Thread[] others = [.. Enumerable.Range(1, Threads - 1).Select(_ => new Thread(reads))];
        foreach (var other in others)
            other.Start();
        reads();
        foreach (var other in others)
            other.Join();
    }
}
