using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Slowroll.Tests.Surviving;

/// <summary>Holds docs/survive.md against the tests that there are.</summary>
public sealed partial class PageTests
{
    private static readonly string[] Page = File.ReadAllLines(InRepository("docs/survive.md"));

    [Fact]
    public void Every_test_that_the_page_names_is_there()
    {
        var tests = Directory.EnumerateFiles(InRepository("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TestName().Matches(File.ReadAllText(file)), (_, match) => match.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(Page.SelectMany(line => TestName().Matches(line)), match => Assert.Contains(match.Value, tests));
    }

    [Theory]
    [InlineData("docs/security.md")]
    [InlineData("docs/reads.md")]
    public void Every_class_of_tests_that_another_page_names_is_there(string page)
    {
        var files = Directory.EnumerateFiles(InRepository("tests"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);
        var named = TestClass().Matches(File.ReadAllText(InRepository(page)));

        Assert.NotEmpty(named);
        Assert.All(named, match => Assert.Contains(match.Groups[1].Value, files));
    }

    [Fact]
    public void Every_case_of_a_row_has_a_test_that_is_named_after_it()
    {
        var rows = Page.Select(line => Row().Match(line)).Where(match => match.Success).ToList();

        Assert.NotEmpty(rows);
        Assert.All(
            rows.SelectMany(row => row.Groups[1].Value.Split(", "), (row, number) => (Row: row.Value, Case: number)),
            each => Assert.Contains(
                TestName().Matches(each.Row), match => NumbersOf(match.Value).Contains(each.Case)));
    }

    [Fact]
    public void No_case_is_missing()
    {
        int[] cases = [.. Page.Select(line => Row().Match(line)).Where(match => match.Success)
            .SelectMany(match => match.Groups[1].Value.Split(", "))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .Distinct()];

        Assert.Equal(Enumerable.Range(1, 84), cases);
    }

    private static IEnumerable<string> NumbersOf(string testName) =>
        testName.Split('_').Skip(1).TakeWhile(word => word == "and" || word.All(char.IsAsciiDigit));

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);

    [GeneratedRegex(@"\bSurvive_\w+")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^\| (\d+(?:, \d+)*) \|.*$")]
    private static partial Regex Row();
}
