using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>From opening to the first answer, out of the disk cache of 1,000 flags; the source doesn't
/// answer.</summary>
[MemoryDiagnoser]
public class StartBenchmarks
{
    private readonly SlowrollOptions _options = new()
    {
        CacheDirectory = Directory.CreateTempSubdirectory("slowroll-bench-").FullName,
        PollInterval = Timeout.InfiniteTimeSpan,
    };

    [GlobalSetup]
    public async Task FillTheCacheAsync()
    {
        var source = ConfigSource.From("bench", (_, _) => new(FetchResult.Fresh(BenchConfig.WithFlags(1000), "1")));
        (await SlowrollConfig.OpenAsync(source, "bench", _options)).Dispose();
    }

    [GlobalCleanup]
    public void DeleteTheCache() => Directory.Delete(_options.CacheDirectory!, recursive: true);

    [Benchmark(Description = "open from the cache, first answer")]
    public async Task<int> Open()
    {
        var silent = ConfigSource.From(
            "bench", (_, token) => new(Task.Delay(-1, token).ContinueWith(_ => FetchResult.NotModified)));
        var config = await SlowrollConfig.OpenAsync(silent, "bench", _options);
        var answer = config.GetValue("s", "flag_500", "host", -1);
        config.Dispose();
        return answer;
    }
}
