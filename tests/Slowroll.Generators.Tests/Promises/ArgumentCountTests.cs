using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>Every place in the sources that reports a rule passes as many arguments as the rule's message has
/// places.</summary>
public class ArgumentCountTests
{
    // The method that reports, and how many of its parameters are not arguments of the message.
    private static readonly Dictionary<string, int> Methods =
        new() { ["Add"] = 2, ["AddSection"] = 3, ["AddFlag"] = 4, ["Create"] = 2, ["AboutTheItem"] = 1 };

    private static readonly string[] Projects = ["Slowroll.Schemas", "Slowroll.Generators"];

    private static readonly IReadOnlyList<(string Id, int Arguments, string Place)> Reports =
        [.. Files().SelectMany(ReportsIn)];

    public static TheoryData<string> Ids => [.. RuleTable.All.Except(BuildRules.All).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_reported_with_the_arguments_of_its_message(string id)
    {
        var message = RuleTable.All.Single(rule => rule.Id == id).Message.Replace("{{", "", StringComparison.Ordinal);
        var places = Regex.Matches(message, @"\{\d\}").Select(match => match.Value).Distinct().Count();

        // Their rule is chosen at the place of the report.
        var reports = Reports.Where(report => report.Id == id).ToList();
        Assert.True(reports.Count > 0 || id is "SLOW1014" or "SLOW1015", $"Nothing reports {id}.");
        Assert.All(reports, report =>
            Assert.True(places == report.Arguments, $"{places} places, {report.Arguments} arguments: {report.Place}"));
    }

    private static IEnumerable<(string Id, int Arguments, string Place)> ReportsIn(string file) =>
        from call in CSharpSyntaxTree.ParseText(File.ReadAllText(file))
            .GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
        let arguments = call.ArgumentList.Arguments
        where arguments.Count > 0 && RuleOf(arguments[0].Expression) is not null
        let name = call.Expression is MemberAccessExpressionSyntax member ? $"{member.Name}" : $"{call.Expression}"
        where Methods.ContainsKey(name)
        let hints = name is "Create" && $"{arguments[2]}".Contains("ImmutableDictionary", StringComparison.Ordinal)
            ? 1
            : 0
        select (RuleOf(arguments[0].Expression)!.Id, arguments.Count
            - Methods[name]
            - hints, $"{Path.GetFileName(file)}: {call}");

    private static Rule? RuleOf(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax holder, Name: var name }
            ? new[] { typeof(SchemaRules), typeof(FlagUseRules), typeof(DriftRules) }
                .SingleOrDefault(rules => rules.Name == holder.Identifier.ValueText)?.GetField(
                    name.Identifier.ValueText)?.GetValue(null) as Rule
            : null;

    private static IEnumerable<string> Files([CallerFilePath] string here = "") => Projects
        .SelectMany(project => Directory.EnumerateFiles(
            Path.Combine(Path.GetDirectoryName(here)!, "../../../src", project), "*.cs", SearchOption.AllDirectories))
        .Where(file =>
            !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
