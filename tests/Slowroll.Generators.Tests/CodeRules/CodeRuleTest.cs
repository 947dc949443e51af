using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.CodeRules;

/// <summary>
/// Holds an analyzer's reports against the places that code marks with <c>{|id:</c> and <c>|}</c>, and a fix against
/// what it is to make of them, one by one and in the file, the project and the solution at once. The testing package
/// also sees to it that <c>#pragma warning disable</c> silences each report.
/// </summary>
internal sealed class CodeRuleTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private CodeRuleTest(TestProject project)
    {
        project.CopyTo(this);

        // The testing package runs generators for the compiler alone: a fix would not see the generated classes.
        Generated = [.. project.Generate().Select(file => (file.Key, SourceText.From(file.Value)))];
        TestState.Sources.AddRange(Generated);

        // Of an analyzer with several rules only the one with this fix speaks.
        if (new TFix().FixableDiagnosticIds is [var rule])
        {
            DisabledDiagnostics.AddRange(
                new TAnalyzer().SupportedDiagnostics.Select(each => each.Id).Where(id => id != rule));
        }
    }

    private IReadOnlyList<(string, SourceText)> Generated { get; }

    /// <summary>The schema for code, unless a test has its own.</summary>
    public static string Schema { get; } = SampleSchemas.Rich;

    public static Task AssertReports(string marked) =>
        AssertReports(TestProject.WithSchema(Schema) with { Sources = [Wrapped(marked)] });

    public static Task AssertReports(TestProject project) => new CodeRuleTest<TAnalyzer, TFix>(project).RunAsync();

    public static async Task AssertSeverity(string marked, string configured, DiagnosticSeverity severity)
    {
        var rule = new TAnalyzer().SupportedDiagnostics.First(
            rule => marked.Contains(rule.Id, StringComparison.Ordinal));
        var placed = marked.Replace($"|{rule.Id}:", "|#0:", StringComparison.Ordinal);
        CodeRuleTest<TAnalyzer, TFix> test = new(TestProject.WithSchema(Schema) with { Sources = [Wrapped(placed)] });
        test.TestState.AnalyzerConfigFiles.Add(
            ("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{rule.Id}.severity = {configured}\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(rule.Id, severity).WithLocation(0));
        await test.RunAsync();
    }

    /// <summary>Fixes code.</summary>
    /// <param name="marked">The code with its marks.</param>
    /// <param name="fixedCode">What is to come of it.</param>
    /// <param name="way">Which of the fixes that are offered.</param>
    public static Task AssertFixes(string marked, string fixedCode, int way = 0) =>
        AssertFixesFile(Wrapped(marked), Wrapped(fixedCode), way);

    public static async Task AssertFixesFile(string marked, string fixedCode, int way = 0)
    {
        CodeRuleTest<TAnalyzer, TFix> test = new(TestProject.WithSchema(Schema) with { Sources = [marked] })
        {
            CodeActionIndex = way,
        };
        test.FixedState.Sources.Add(fixedCode);
        test.FixedState.Sources.AddRange(test.Generated);
        await test.RunAsync();
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12);

    // The fewest lines around an expression that make it C#.
    private static string Wrapped(string statement) =>
        statement.Contains("class ", StringComparison.Ordinal) ? statement : $$"""
        using System;
        using Acme.Web;
        using Slowroll;

        class Program
        {
            void Main(SlowrollConfig config, string host)
            {
                {{statement}}
            }
        }
        """;
}
