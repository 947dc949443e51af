using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A schema of 10,000 flags: what the generator costs a build, beside what the compiler takes for the text,
/// and beside another generator with as many items.</summary>
public class BuildBenchmarks
{
    private const int Flags = 10_000;

    private readonly BenchFile _schema = new(BenchSchema.Path, BenchSchema.Of(Flags));
    private readonly CSharpCompilation _compilation = BenchCompilation.Of("class Program { }");
    private readonly CSharpCompilation _mapped = BenchCompilation.Of(Mapperly.Source(Flags), Mapperly.Abstractions);
    private CSharpCompilation _generated = null!;

    [GlobalSetup]
    public void SetUp()
    {
        BenchCompilation.Driver(new SlowrollGenerator().AsSourceGenerator(), _schema)
            .RunGeneratorsAndUpdateCompilation(_compilation, out var generated, out _);
        _generated = (CSharpCompilation)generated;
        Console.WriteLine(
            $"// {_generated.SyntaxTrees.Sum(tree => tree.Length):N0} characters "
                + $"in {_generated.SyntaxTrees.Length} files");
    }

    [Benchmark(Description = "cold: schema to text, parsed")]
    public GeneratorDriver Cold() =>
        BenchCompilation.Driver(new SlowrollGenerator().AsSourceGenerator(), _schema).RunGenerators(_compilation);

    [Benchmark(Description = "own time: schema to text")]
    public int OwnTime()
    {
        var model = Slowroll.Schemas.Reading.SchemaReader.Read(_schema.Text, BenchSchema.Class).Model!;
        return Pipeline.FlagBatch.Split(model).Sum(part => Emitting.ClassEmitter.Emit(part).Text.Length);
    }

    [Benchmark(Baseline = true, Description = "the compiler, for that text")]
    public long Compile()
    {
        using MemoryStream image = new();
        _generated.Clone().Emit(image);
        return image.Length;
    }

    [Benchmark(Description = "Mapperly, 10,000 methods, cold")]
    public GeneratorDriver MapperlyCold() => BenchCompilation.Driver(Mapperly.Generator()).RunGenerators(_mapped);
}
