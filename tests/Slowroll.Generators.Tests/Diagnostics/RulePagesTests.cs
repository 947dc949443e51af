using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Tests.Diagnostics;

public class RulePagesTests
{
    // No analyzer's: MSBuild and the slowroll command have these rules.
    private const string OfTheBuild = "SLOW4";

    // Where the project lives; a link must lead somewhere.
    private static readonly string ProjectUrl = XDocument.Load(InRepository("Directory.Build.props"))
        .Descendants().Single(element => element.Name.LocalName == "SlowrollProjectUrl").Value;

    private static readonly IReadOnlyList<DiagnosticDescriptor> Rules =
    [
        .. typeof(SlowrollGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Distinct(), // those of code are told of Razor files by another analyzer
    ];

    [Fact]
    public void Every_rule_has_a_title_a_message_a_description_and_a_page() => Assert.All(Rules, rule =>
    {
        Assert.NotEqual("", $"{rule.Title}");
        Assert.NotEqual("", $"{rule.MessageFormat}");
        Assert.NotEqual("", $"{rule.Description}");
        Assert.Equal(ProjectUrl is "" ? "" : $"{ProjectUrl}/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", File.ReadAllText(InRepository($"docs/rules/{rule.Id}.md")), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(typeof(SchemaRules), typeof(SchemaAnalyzer))]
    [InlineData(typeof(DriftRules), typeof(DriftAnalyzer))]
    public void Every_id_that_is_reported_has_one_rule(Type ids, Type analyzer) => Assert.Equal(
        ids.GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(),
        ((DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!).SupportedDiagnostics.Select(rule => rule.Id).Order());

    [Fact]
    public void Every_id_about_code_has_one_rule() => Assert.Equal(
        typeof(CodeRuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(),
        Rules.Where(rule => rule.Category == "Slowroll.Code").Select(rule => rule.Id).Order());

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        Rules.Select(rule => rule.Id).Order(),
        Directory.GetFiles(InRepository("docs/rules"), "SLOW*.md").Select(page => Path.GetFileNameWithoutExtension(page))
            .Where(id => !id.StartsWith(OfTheBuild, StringComparison.Ordinal)).Order());

    [Fact]
    public void The_table_names_every_rule() => AssertRows(
        InRepository("docs/rules/README.md"), rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity}{(rule.IsEnabledByDefault ? "" : ", off")} | {rule.Title} |");

    [Fact]
    public void The_release_file_names_every_rule() => AssertRows(
        InRepository("src/Slowroll.Generators/AnalyzerReleases.Unshipped.md"),
        rule => $"{rule.Id} | {rule.Category} | {(rule.IsEnabledByDefault ? $"{rule.DefaultSeverity}" : "Disabled")} | {rule.Title}");

    [Fact]
    public void Every_rule_of_the_build_files_has_a_page_and_every_page_a_rule()
    {
        var files = Directory.GetFiles(InRepository("src/Slowroll.Generators/build"), "*.targets").Select(File.ReadAllText).ToList();
        var codes = files.SelectMany(text => Regex.Matches(text, "<(Warning|Error)\\s+Code=\"(SLOW4\\d{3})\"").Select(match => (Id: match.Groups[2].Value, Severity: match.Groups[1].Value))).Distinct().Order();

        Assert.DoesNotContain(files, text => Regex.IsMatch(text, "<Warning\\s+(?=\\S)(?!Code=\"SLOW4)"));
        Assert.Equal(
            codes.Select(code => $"| [{code.Id}]({code.Id}.md) | {code.Severity} | {TitleOf(code.Id)} |"),
            File.ReadAllLines(InRepository("docs/rules/README.md")).Where(line => line.Contains($"| [{OfTheBuild}", StringComparison.Ordinal)));
        Assert.Equal(
            codes.Select(code => code.Id),
            Directory.GetFiles(InRepository("docs/rules"), $"{OfTheBuild}*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order());

        static string TitleOf(string id) => File.ReadLines(InRepository($"docs/rules/{id}.md")).First().Replace($"# {id}: ", "", StringComparison.Ordinal);
    }

    private static void AssertRows(string path, Func<DiagnosticDescriptor, string> row) => Assert.Equal(
        Rules.Select(row).Order(),
        File.ReadAllLines(path).Where(line => line.Contains("SLOW", StringComparison.Ordinal) && !line.Contains(OfTheBuild, StringComparison.Ordinal)).Order());

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);
}
