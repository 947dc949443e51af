using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A schema of 10,000 flags, a snapshot of 10,000 rollouts and 4,000 reads: what all analyzers together cost a
/// build, beside the compiler that asks them. Everything is new each time, as the compiler has it.</summary>
public class AnalyzerBenchmarks
{
    private const int Flags = 10_000;
    private const int Reads = 4_000;

    private static readonly ImmutableArray<DiagnosticAnalyzer> All =
    [
        .. typeof(SlowrollGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly string _schema = BenchSchema.Of(Flags);
    private readonly string _config = BenchConfig.Of(Flags);
    private CSharpCompilation _generated = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        BenchCompilation.Driver(new SlowrollGenerator().AsSourceGenerator(), new BenchFile(BenchSchema.Path, _schema))
            .RunGeneratorsAndUpdateCompilation(
                BenchCompilation.Of(BenchConfig.CodeThatReads(Reads)), out var generated, out _);
        _generated = (CSharpCompilation)generated;

        for (var round = 0; round < 5; round++)
            await TellOwnTime();
    }

    [Benchmark(Baseline = true, Description = "the compiler alone")]
    public int Compiler() => _generated.Clone().GetDiagnostics().Length;

    [Benchmark(Description = "with an analyzer that only looks on")]
    public async Task<int> LookingOn() => (await Analyzed([new OnlookingAnalyzer()]).GetAllDiagnosticsAsync()).Length;

    [Benchmark(Description = "with all analyzers")]
    public async Task<int> WithAnalyzers() => (await Analyzed(All).GetAllDiagnosticsAsync()).Length;

    private CompilationWithAnalyzers Analyzed(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        BenchCompilation.Analyzed(
            _generated.Clone(), analyzers, new BenchFile(BenchSchema.Path, _schema),
            new BenchFile(BenchConfig.Path, _config));

    // By the compiler's own clock, as /reportanalyzer tells it: summed over threads.
    private async Task TellOwnTime()
    {
        var analyzed = Analyzed(All);
        var found = await analyzed.GetAnalyzerDiagnosticsAsync();
        var all = TimeSpan.Zero;
        foreach (var analyzer in All)
        {
            var time = (await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
            Console.WriteLine($"// {analyzer.GetType().Name}: {time.TotalMilliseconds:0} ms");
            all += time;
        }

        Console.WriteLine(
            $"// all: {all.TotalMilliseconds:0} ms; told: {string.Join(", ", found.CountBy(each => each.Id))}");
    }
}
