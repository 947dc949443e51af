using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A schema of 10,000 flags in an editor: what a keystroke costs, with everything else kept from the one
/// before.</summary>
public class EditBenchmarks
{
    private const int Flags = 10_000;

    private readonly BenchFile _schema = new(BenchSchema.Path, BenchSchema.Of(Flags));
    private readonly BenchFile _changed = new(BenchSchema.Path, BenchSchema.Of(Flags, changed: Flags / 2));
    private readonly CSharpCompilation _compilation = BenchCompilation.Of("class Program { }");
    private readonly CSharpCompilation _edited = BenchCompilation.Of("class Edited { }");
    private GeneratorDriver _warm = null!;

    [GlobalSetup]
    public void SetUp() =>
        _warm = BenchCompilation.Driver(new SlowrollGenerator().AsSourceGenerator(), _schema)
            .RunGenerators(_compilation);

    [Benchmark(Baseline = true, Description = "one changed default")]
    public GeneratorDriver OneDefault() => _warm.ReplaceAdditionalText(_schema, _changed).RunGenerators(_compilation);

    [Benchmark(Description = "an unrelated edit")]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_edited);
}

/// <summary>The same edit with another generator that has 10,000 methods to write.</summary>
public class MapperlyEditBenchmarks
{
    private const int Methods = 10_000;

    private readonly CSharpCompilation _edited =
        BenchCompilation.Of(Mapperly.Source(Methods) + "class Edited { }", Mapperly.Abstractions);
    private GeneratorDriver _warm = null!;

    [GlobalSetup]
    public void SetUp() => _warm = BenchCompilation.Driver(Mapperly.Generator())
        .RunGenerators(BenchCompilation.Of(Mapperly.Source(Methods), Mapperly.Abstractions));

    [Benchmark(Description = "Mapperly, an unrelated edit")]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_edited);
}
