using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;

namespace Slowroll.Benchmarks;

/// <summary>A new config of 10,000 rollouts, beside the reader that it stands on.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private readonly byte[] _utf8Json = BenchConfig.WithFlags(10_000);
    private readonly FlagTable _table = new(
        new RuleBook(new(ConfigSnapshot.Empty, Hashers.Sha1), FlagLocks.None), CoarseClock.System, isFixed: false,
        (_, _) => { });

    [Benchmark(Baseline = true, Description = "Utf8JsonReader to the end")]
    public long ReadToTheEnd()
    {
        var reader = new Utf8JsonReader(
            _utf8Json,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
        }

        return reader.BytesConsumed;
    }

    [Benchmark(Description = "parse and swap")]
    public void ParseAndSwap() => _table.Follow(ConfigReader.Read(_utf8Json));

    [Benchmark(Description = "JsonDocument.Parse")]
    public void Document() => JsonDocument.Parse(_utf8Json).Dispose();
}
