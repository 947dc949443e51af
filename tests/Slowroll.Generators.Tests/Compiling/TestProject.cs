using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>A project as the compiler sees it, with the strictest settings that a user may have.</summary>
internal sealed record TestProject(params IReadOnlyList<TestFile> Files)
{
    public string RootNamespace { get; init; } = "Acme.Web";

    /// <summary>The assembly's name.</summary>
    public string Name { get; init; } = "Acme.Web";

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Where the sources lie, as far as it matters.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public ImmutableArray<MetadataReference> References { get; init; } = Runtime.References;

    public OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    private CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>What else the project says, by the names of its MSBuild properties.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    private TestOptionsProvider Options =>
        new([("RootNamespace", RootNamespace), ("AssemblyName", "acme-web"), ("ProjectDir", "/app/"), .. Properties]);

    public static TestProject WithSchema(string text) => new(TestFile.Schema(text));

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        Name,
        Sources.Select(
            (source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, Paths.ElementAtOrDefault(i) ?? "")),
        References,
        new(
            Kind,
            checkOverflow: true,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            nullableContextOptions: Nullable));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new SlowrollGenerator().AsSourceGenerator()],
        Files,
        ParseOptions,
        Options,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files by name.</summary>
    public SortedDictionary<string, string> Generate()
    {
        var result = Driver().RunGenerators(Compilation()).GetRunResult();
        Assert.DoesNotContain(result.Diagnostics, IsFailure);
        return new(
            result.Results.Single().GeneratedSources
                .ToDictionary(file => file.HintName, file => file.SourceText.ToString()),
            StringComparer.Ordinal);
    }

    /// <summary>What the compiler says about the project with its generated files; hidden notes aside.</summary>
    public IReadOnlyList<string> Compile(out Compilation compiled)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out compiled, out var failures);
        return [.. failures.Where(IsFailure).Concat(compiled.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(diagnostic => diagnostic.ToString())];
    }

    // Mistakes in a schema are reported; they are no failure of the generator.
    private static bool IsFailure(Diagnostic diagnostic) => !diagnostic.Id.StartsWith("SLOW", StringComparison.Ordinal);

    /// <summary>Describes the project to a test of Roslyn's own testing packages.</summary>
    public void CopyTo(AnalyzerTest<DefaultVerifier> test)
    {
        // No more than a name: the package of a framework would be fetched while the test runs.
        test.ReferenceAssemblies = new("net8.0");
        foreach (var source in Sources.DefaultIfEmpty(""))
        {
            test.TestState.Sources.Add(source);
        }

        test.TestState.AdditionalReferences.AddRange(Runtime.References);
        test.TestState.AdditionalFiles.AddRange(Files.Select(file => (file.Path, file.GetText())));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"""
            is_global = true
            build_property.RootNamespace = {RootNamespace}
            build_property.ProjectDir = /app/
            {string.Join("\n", Files.Select(file => file.ConfigSection))}
            """));
    }

    /// <summary>What generator and analyzer say of the schemas.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze() =>
        [.. Driver().RunGenerators(Compilation()).GetRunResult().Diagnostics, .. await Analyze(new SchemaAnalyzer())];

    /// <summary>What an analyzer says.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze(
        DiagnosticAnalyzer analyzer, CSharpCompilationOptions? options = null) =>
        await Compilation()
            .WithOptions(options ?? new(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers(
                [analyzer],
                new AnalyzerOptions([.. Files], Options))
            .GetAnalyzerDiagnosticsAsync();

    /// <summary>What an analyzer of code says, in the order of the code.</summary>
    public async Task<IReadOnlyList<string>> AnalyzeCode(DiagnosticAnalyzer analyzer) =>
        [.. (await Find(analyzer)).Select(found => found.GetMessage(CultureInfo.InvariantCulture))];

    /// <summary>What an analyzer of code finds, also by rules that are off, in the order of the code.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Find(DiagnosticAnalyzer analyzer)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var compiled, out _);
        var found = await compiled
            .WithOptions(new CSharpCompilationOptions(
                Kind,
                specificDiagnosticOptions: analyzer.SupportedDiagnostics.ToDictionary(
                    rule => rule.Id, _ => ReportDiagnostic.Info)))
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. Files], Options))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(each => each.Location.SourceSpan.Start)];
    }
}
