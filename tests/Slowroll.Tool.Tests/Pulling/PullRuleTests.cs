using System.Runtime.CompilerServices;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool.Tests.Pulling;

/// <summary>What goes wrong in a pull has an id, by which a build silences it, and a page.</summary>
public sealed class PullRuleTests
{
    [Fact]
    public void The_rule_has_its_page() => Assert.StartsWith(
        $"# {PullRule.Failed.Id}: {PullRule.Failed.Title}\n", File.ReadAllText(InRepository($"docs/rules/{PullRule.Failed.Id}.md")), StringComparison.Ordinal);

    [Fact]
    public void The_table_of_rules_names_it() => Assert.Contains(
        $"| [{PullRule.Failed.Id}]({PullRule.Failed.Id}.md) | {PullRule.Failed.DefaultSeverity} | {PullRule.Failed.Title} |",
        File.ReadAllLines(InRepository("docs/rules/README.md")));

    [Fact]
    public void Every_warning_of_the_build_files_has_its_id()
    {
        var warnings = File.ReadAllText(InRepository("src/Slowroll.Generators/build/Slowroll.Pull.targets")).Split("<Warning")[1..];

        Assert.NotEmpty(warnings);
        Assert.All(warnings, warning => Assert.Contains($"Code=\"{PullRule.Failed.Id}\"", warning.Split("/>")[0], StringComparison.Ordinal));
    }

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);
}
