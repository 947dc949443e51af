using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Drift;

namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>The compiler's own reading of a .globalconfig, over diagnostics that lie in JSON.</summary>
public class SeverityTests
{
    private const string Drifting = """{ "features": { "on": { "stable": true }, "more": { "stable": 1, } } }""";

    [Theory]
    [InlineData("", "Warning SLOW3002, Info SLOW3003")]
    [InlineData("dotnet_diagnostic.SLOW3002.severity = error", "Error SLOW3002, Info SLOW3003")]
    [InlineData("dotnet_diagnostic.SLOW3002.severity = none", "Info SLOW3003")]
    [InlineData("dotnet_diagnostic.SLOW3003.severity = warning", "Warning SLOW3002, Warning SLOW3003")]
    [InlineData("dotnet_diagnostic.SLOW3011.severity = warning", "Warning SLOW3002, Info SLOW3003, Warning SLOW3011")]
    public async Task A_globalconfig_sets_the_severity_of_findings_in_json(string line, string expected)
    {
        TestProject project = new(TestFile.Schema(DriftTest.Schema), TestFile.Config(Drifting));
        var found = await project.Analyze(
            new DriftAnalyzer(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSyntaxTreeOptionsProvider(new GlobalConfig($"is_global = true\n{line}")));

        Assert.Equal(expected, string.Join(
            ", ", found.Select(each => $"{each.Severity} {each.Id}").Distinct().OrderBy(each => each[^4..])));
    }

    // What the compiler does with the file, without its command line.
    private sealed class GlobalConfig(string text) : SyntaxTreeOptionsProvider
    {
        private readonly ImmutableDictionary<string, ReportDiagnostic> _severities =
            AnalyzerConfigSet
                .Create(new[] { AnalyzerConfig.Parse(text, "/.globalconfig") }).GlobalConfigOptions.TreeOptions;

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _severities.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _severities.TryGetValue(diagnosticId, out severity);
    }
}
