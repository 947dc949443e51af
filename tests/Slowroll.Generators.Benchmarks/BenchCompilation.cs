using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A project in memory, and what runs generators and analyzers over it.</summary>
internal static class BenchCompilation
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Of(string source, params MetadataReference[] more) => CSharpCompilation.Create(
        "Bench",
        [CSharpSyntaxTree.ParseText(source, Parse)],
        [.. Framework, .. more],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver(ISourceGenerator generator, params AdditionalText[] files) =>
        CSharpGeneratorDriver.Create([generator], files, Parse, new Options());

    public static CompilationWithAnalyzers Analyzed(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers,
        params ImmutableArray<AdditionalText> files) => new(
            compilation,
            analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files, new Options()), onAnalyzerException: null, concurrentAnalysis: true,
                logAnalyzerExecutionTime: true));

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(new() { ["build_property.RootNamespace"] = "Bench" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(new()
            {
                ["build_metadata.AdditionalFiles.SlowrollKind"] = textFile.Path == BenchSchema.Path
                ? "schema"
                : "config"
            });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
