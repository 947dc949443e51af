using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Slowroll.Hashing;

namespace Slowroll.Benchmarks;

/// <summary>What a read costs, beside the floors that it stands on: a field read, a look at a clock, a hash.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private readonly BenchFeatures _flags = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));
    private readonly BenchFeatures _asked = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));
    private readonly BenchFeatures _xxFlags =
        new(SlowrollConfig.FromJson(BenchConfig.Utf8Json, new() { Hasher = Hashers.XxHash3 }));
    private readonly string _host = BenchConfig.Hosts[7];
    private readonly HashKey _hashed = new(BenchConfig.Hosts[7]);
    private readonly byte[] _hostBytes = Encoding.UTF8.GetBytes(BenchConfig.Hosts[7]);
    private volatile Floor _floor = null!;

    /// <summary>A rollout keeps the first key that it is asked with: of _flags that is _host, of the others it is
    /// nobody.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _floor = new Ground();
        _flags.Ramp(_host);
        _flags.PartialRamp(_host);
        _asked.Ramp("nobody");
        _asked.Crowded("nobody");
        _xxFlags.Ramp("nobody");
    }

    [Benchmark(Description = "floor: volatile field + virtual call")]
    public bool VolatileAndVirtual() => _floor.Answer(_hashed);

    [Benchmark(Description = "settled: no new")]
    public bool Settled() => _flags.Settled(_host);

    [Benchmark(Description = "settled: everybody switched")]
    public bool Finished() => _flags.Finished(_host);

    [Benchmark(Description = "floor: Environment.TickCount64")]
    public long TickCount() => Environment.TickCount64;

    [Benchmark(Description = "floor: TimeProvider.System.GetUtcNow()")]
    public DateTimeOffset UtcNow() => TimeProvider.System.GetUtcNow();

    [Benchmark(Description = "mid-ramp, first key")]
    public bool FirstKey() => _flags.Ramp(_host);

    [Benchmark(Description = "mid-ramp, first key, 5 to 95.5 %")]
    public bool FirstKeyPartial() => _flags.PartialRamp(_host);

    [Benchmark(Description = "mid-ramp, first key, as a HashKey")]
    public bool FirstHashKey() => _flags.Ramp(_hashed);

    [Benchmark(Description = "mid-ramp, last key")]
    public bool LastKey() => _asked.Ramp(_host);

    [Benchmark(Description = "mid-ramp, any HashKey")]
    public bool AnyHashKey() => _asked.Ramp(_hashed);

    [Benchmark(Description = "mid-ramp, any HashKey, 10,000 early adopters, a miss")]
    public bool Crowded() => _asked.Crowded(_hashed);

    [Benchmark(Description = "interpolated")]
    public int Interpolated() => _flags.Interpolated(_hashed);

    [Benchmark(Description = "floor: SHA1.HashData")]
    public int Sha1HashData()
    {
        Span<byte> digest = stackalloc byte[20];
        return SHA1.HashData(_hostBytes, digest);
    }

    [Benchmark(Description = "floor: managed SHA-1, one block, plain")]
    public uint UnrolledSha1()
    {
        Span<byte> block = stackalloc byte[64];
        _hostBytes.CopyTo(block);
        return PlainSha1.LastWord(block, _hostBytes.Length);
    }

    [Benchmark(Description = "managed SHA-1, one block, ours")]
    public uint OwnSha1()
    {
        Span<byte> block = stackalloc byte[64];
        _hostBytes.CopyTo(block);
        return Sha1Block.LastWord(block, _hostBytes.Length);
    }

    [Benchmark(Description = "Hashers.Sha1 alone, ever new keys", OperationsPerInvoke = BenchConfig.HostCount)]
    public uint HasherAlone()
    {
        var all = 0u;
        foreach (var host in BenchConfig.Hosts)
            all ^= Hashers.Sha1(host);
        return all;
    }

    [Benchmark(Description = "mid-ramp, ever new keys", OperationsPerInvoke = BenchConfig.HostCount)]
    public bool NewKeys() => AskWithAll(_asked);

    [Benchmark(Description = "mid-ramp, ever new keys, XxHash3", OperationsPerInvoke = BenchConfig.HostCount)]
    public bool NewKeysXxHash3() => AskWithAll(_xxFlags);

    private static bool AskWithAll(BenchFeatures flags)
    {
        var all = false;
        foreach (var host in BenchConfig.Hosts)
            all ^= flags.Ramp(host);
        return all;
    }

    private abstract class Floor
    {
        public abstract bool Answer(in HashKey key);
    }

    private sealed class Ground : Floor
    {
        public override bool Answer(in HashKey key) => true;
    }
}
