using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.CodeRules;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Rules;

/// <summary>All that the repository says of a rule follows from the table.</summary>
public class RuleTableTests
{
    // Where the project lives; a link must lead somewhere.
    private static readonly string ProjectUrl = XDocument.Load(InRepository("Directory.Build.props"))
        .Descendants().Single(element => element.Name.LocalName == "SlowrollProjectUrl").Value;

    // Razor files have an analyzer of their own, with the rules of other analyzers.
    private static readonly IReadOnlyList<DiagnosticDescriptor> Reported =
    [
        .. typeof(SlowrollGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type != typeof(RazorAnalyzer))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics),
    ];

    private static IEnumerable<Rule> OfTheCompiler => RuleTable.All.Except(BuildRules.All);

    public static TheoryData<string> Ids => [.. RuleTable.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_ascending_and_each_has_one_rule() =>
        Assert.Equal(RuleTable.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal),
            RuleTable.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_list_of_rules_has_every_rule_of_its_class(string id) => Assert.Single(
        new[] { typeof(SchemaRules), typeof(FlagUseRules), typeof(DriftRules), typeof(BuildRules) }
            .SelectMany(rules => rules.GetFields()).Select(field => field.GetValue(null)).OfType<Rule>(),
        rule => rule.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_texts_and_a_page_with_its_title(string id)
    {
        var rule = Find(id);

        Assert.NotEmpty(rule.Messages);
        Assert.DoesNotContain("", new[] { rule.Title, rule.Description }.Concat(rule.Messages));
        Assert.DoesNotMatch(@"\.$", rule.Title);
        Assert.Equal($"docs/rules/{id}.md", rule.Page);
        Assert.StartsWith(
            $"# {id}: {rule.Title}\n", File.ReadAllText(InRepository(rule.Page)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_has_its_places_in_order_and_can_be_filled(string id) =>
        Assert.All(Find(id).Messages, message =>
        {
            var places = Regex.Matches(message.Replace("{{", "", StringComparison.Ordinal), @"\{(\d)\}")
                .Select(match => match.Groups[1].Value)
                .Distinct()
                .Order()
                .ToList();

            Assert.Equal(Enumerable.Range(0, places.Count).Select(place => $"{place}"), places);
            Assert.NotEqual("", string.Format(CultureInfo.InvariantCulture, message, [.. places]));
        });

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        RuleTable.All.Select(rule => Path.GetFileName(rule.Page)).Order(),
        Directory.GetFiles(InRepository("docs/rules"), "SLOW*.md").Select(page => Path.GetFileName(page)).Order());

    [Fact]
    public void The_index_of_the_pages_has_every_rule() => AssertRows(
        "docs/rules/README.md",
        RuleTable.All.Select(
            rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity}{(rule.IsOn ? "" : ", off")} | {rule.Title} |"));

    // Roslyn's release tracking reads literals only. This test does its work.
    [Fact]
    public void The_release_file_has_every_rule_of_the_compiler() => AssertRows(
        "src/Slowroll.Generators/AnalyzerReleases.Unshipped.md",
        OfTheCompiler.Select(
            rule => $"{rule.Id} | {rule.Category} | {(rule.IsOn ? $"{rule.Severity}" : "Disabled")} | {rule.Title}"));

    [Fact]
    public void Every_rule_of_the_compiler_is_reported_by_one_analyzer() =>
        Assert.Equal(OfTheCompiler.Select(rule => rule.Id),
            Reported.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void A_descriptor_says_what_its_rule_says() => Assert.All(Reported, descriptor =>
    {
        var rule = Find(descriptor.Id);

        Assert.Equal(
            (rule.Title, rule.Message, rule.Description, rule.Category, $"{rule.Severity}", rule.IsOn),
            (
                $"{descriptor.Title}",
                $"{descriptor.MessageFormat}",
                $"{descriptor.Description}",
                descriptor.Category,
                $"{descriptor.DefaultSeverity}",
                descriptor.IsEnabledByDefault));
        Assert.Equal(ProjectUrl is "" ? "" : $"{ProjectUrl}/blob/main/{rule.Page}", descriptor.HelpLinkUri);
        Assert.Equal(rule.NeedsWholeCompilation,
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
    });

    [Fact]
    public void The_build_files_report_the_texts_of_the_table_and_no_others()
    {
        var tasks = Directory.GetFiles(InRepository("src/Slowroll.Generators/build"), "*.targets")
            .SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName is "Warning" or "Error")
            .ToList();

        // An error without an id stops a target that somebody has called by name.
        Assert.DoesNotContain(tasks, task => task.Name.LocalName is "Warning" && task.Attribute("Code") is null);
        Assert.Equal(
            BuildRules.All.SelectMany(rule => rule.Messages.Where(message => message != "{0}")
                .Select(message => (rule.Id, $"{rule.Severity}", message))).Order(),
            tasks.Where(task => task.Attribute("Code") is not null)
                .Select(task => (task.Attribute("Code")!.Value, task.Name.LocalName, task.Attribute("Text")!.Value))
                .Order());
    }

    private static Rule Find(string id) => RuleTable.All.Single(rule => rule.Id == id);

    private static void AssertRows(string path, IEnumerable<string> rows) => Assert.Equal(
        rows.Order(StringComparer.Ordinal),
        File.ReadAllLines(InRepository(path))
            .Where(line => Regex.IsMatch(line, @"^(\| \[)?SLOW\d{4}"))
            .Order(StringComparer.Ordinal));

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);
}
