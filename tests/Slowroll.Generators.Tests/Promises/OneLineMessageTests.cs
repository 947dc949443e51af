using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>What a schema or a config says is quoted in diagnostics, and never becomes a line of its own in a build's
/// output.</summary>
public class OneLineMessageTests
{
    public static TheoryData<string> Names => HostileFiles.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_message_about_a_hostile_config_is_one_short_line(string name)
    {
        var found = 0;
        foreach (var config in HostileFiles.Configs(HostileFiles.Texts[name]))
        {
            TestProject project = new(
                TestFile.Schema(HostileFiles.Schema),
                TestFile.Config(config, metadata: ("Previous", "earlier.json")),
                new("/app/earlier.json", config, ("Kind", "earlier")));
            found += AssertPrintable(await project.Analyze(new DriftAnalyzer()));
        }

        Assert.True(found > 20, $"{found} are told");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_message_about_a_hostile_schema_is_one_short_line(string name)
    {
        var found = 0;
        foreach (var schema in HostileFiles.Schemas(HostileFiles.Texts[name]))
        {
            var project = TestProject.WithSchema(schema);
            found += AssertPrintable([.. await project.Analyze(), .. await project.Analyze(new DriftAnalyzer())]);
        }

        Assert.True(found > 20, $"{found} are told");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_of_the_compiler_about_generated_code_is_one_short_line(string name)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(HostileFiles.Texts[name]);
        var project = TestProject.WithSchema($$"""
            {
              "properties": {
                {{json}}: {
                  "properties": {
                    {{json}}: { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": "TheFlag" }, "description": {{json}}, "deprecated": true }
                  }
                }
              }
            }
            """) with
        {
            Sources =
                ["""[assembly: System.CLSCompliant(false)] class Asks { bool Flag(Acme.Web.AppFeatures flags, Slowroll.SlowrollConfig config) => flags.TheFlag("me") | config.GetValue("s", "f", "##vso\u000A\u202E", false); }"""],
        };

        project.Driver().RunGeneratorsAndUpdateCompilation(project.Compilation(), out var compiled, out _);

        Assert.Contains(compiled.GetDiagnostics(), told => told.Id is "CS0618" && told
            .GetMessage(CultureInfo.InvariantCulture)
            .Contains("is deprecated in its schema", StringComparison.Ordinal));
        AssertPrintable(compiled.GetDiagnostics());
        AssertPrintable([
            .. await project.Find(new Generators.CodeRules.FlagUseAnalyzer()),
            .. await project.Find(new Generators.CodeRules.HashKeyAnalyzer())
        ]);
    }

    [Fact]
    public async Task Quoted_code_is_one_short_line()
    {
        var project = TestProject.WithSchema(HostileFiles.Schema) with
        {
            Sources =
            [
                $$"""""
                class Asks
                {
                    void Flags(Slowroll.SlowrollConfig config)
                    {
                        config.GetValue("s", "on", """
                            first
                            ##vso[task.complete result=Failed]
                            """, true);
                        config.GetValue("s", "##vso\n{{new string('a', 10_000)}}", "x" + "y", 0);
                        config.GetValue("##vso\n\u2028", "on", "a", 0);
                        config.GetValue("s", "count", "a", /*
                            ##vso[task.complete result=Failed] */ 1);
                    }
                }
                """"",
            ],
        };

        Assert.True(AssertPrintable([
            .. await project.Find(new Generators.CodeRules.FlagUseAnalyzer()),
            .. await project.Find(new Generators.CodeRules.HashKeyAnalyzer())
        ]) >= 6);
    }

    [Fact]
    public async Task A_hostile_file_name_is_shown_on_one_line()
    {
        TestProject project = new(
            TestFile.Schema("{", "/app/a\nPayments.cs(1,1): error CS0666: x.schema.json"),
            TestFile.Schema("{ \"properties\": {} }", "/app/##vso\n\u202E.schema.json", ("ClassName", "x\ny")),
            TestFile.Config("{", "/app/b\n##vso.json", ("Schema", "no\nsuch.json"), ("Previous", "no\n##such")));

        DiagnosticFormatter printed = new();
        IReadOnlyList<Diagnostic> found = [.. await project.Analyze(), .. await project.Analyze(new DriftAnalyzer())];

        Assert.True(AssertPrintable(found) >= 4);
        Assert.All(found, each => HostileFiles.AssertPrintable(printed.Format(each, CultureInfo.InvariantCulture)));
    }

    // Whoever forgets what makes a message one line can't: there is one way to make a diagnostic.
    [Fact]
    public void Every_diagnostic_is_created_at_one_place()
    {
        string[] sources = [.. Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split('/', '\\').Contains("obj")
                && File.ReadAllText(path).Contains("Diagnostic.Create(", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path))];

        Assert.Equal(["RuleReport.cs"], sources);
    }

    private static int AssertPrintable(IReadOnlyCollection<Diagnostic> found)
    {
        Assert.DoesNotContain(found, each => each.Id is "AD0001" or "CS8784" or "CS8785");
        Assert.All(found, each => HostileFiles.AssertPrintable(each.GetMessage(CultureInfo.InvariantCulture)));
        return found.Count;
    }

    private static string Sources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src"));
}
