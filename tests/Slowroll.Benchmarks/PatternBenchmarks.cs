using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;

namespace Slowroll.Benchmarks;

/// <summary>What a miss costs of a flag with patterns, ever new keys, beside .NET's own engine for patterns that don't
/// backtrack.</summary>
[MemoryDiagnoser]
public class PatternBenchmarks
{
    private Flag<int> _flag = null!;
    private Regex[] _dotNet = null!;

    /// <summary>How many patterns the flag has.</summary>
    [Params(1, 10, 100)]
    public int Patterns { get; set; }

    /// <summary>Patterns as people write them: a name, digits, a domain. No host fits.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        string[] patterns =
            [.. Enumerable.Range(0, Patterns).Select(i => $@"(web|db){i}-\d+\.test\.example\.(com|org)")];
        _flag = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(
            $$"""{"s": {"f": {"stable": 0, "new": 1, "early_adopter_patterns": {{JsonSerializer.Serialize(patterns)}} } } }"""))
                .GetFlag("s", "f", 0);
        _dotNet = [.. patterns.Select(pattern =>
            new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];
        DotNet();
    }

    [Benchmark(Description = "a miss, ever new keys", OperationsPerInvoke = BenchConfig.HostCount)]
    public int Ours()
    {
        var sum = 0;
        foreach (var host in BenchConfig.Hosts)
            sum += _flag.Evaluate(host);
        return sum;
    }

    [Benchmark(Description = "the same by RegexOptions.NonBacktracking", Baseline = true,
        OperationsPerInvoke = BenchConfig.HostCount)]
    public int DotNet()
    {
        var sum = 0;
        foreach (var host in BenchConfig.Hosts)
        {
            foreach (var pattern in _dotNet)
                sum += pattern.IsMatch(host) ? 1 : 0;
        }

        return sum;
    }
}
