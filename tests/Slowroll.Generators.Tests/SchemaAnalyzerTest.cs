using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests;

/// <summary>
/// Holds the analyzer's reports against the places that a schema marks with <c>[|</c> and <c>|]</c>, and compiles what
/// the generator makes of the same schema.
/// </summary>
internal sealed class SchemaAnalyzerTest : CSharpAnalyzerTest<SchemaAnalyzer, DefaultVerifier>
{
    private readonly string _markedRule;

    private SchemaAnalyzerTest(string markedRule, TestProject project)
    {
        _markedRule = markedRule;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        project.CopyTo(this);
    }

    public static Task AssertReportsInMembers(string rule, string members) =>
        AssertReports(rule, SampleSchemas.WithMembers(members));

    public static Task AssertReports(string rule, string schema) => AssertReports(rule, TestProject.WithSchema(schema));

    public static Task AssertReports(string rule, TestProject project) =>
        new SchemaAnalyzerTest(rule, project).RunAsync();

    public static Task AssertSilent(TestProject project) => AssertReports("", project);

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(SlowrollGenerator)];

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) =>
        analyzers.Single().SupportedDiagnostics.SingleOrDefault(rule => rule.Id == _markedRule);
}
