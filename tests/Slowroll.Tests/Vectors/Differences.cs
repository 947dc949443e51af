using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Slowroll.Tests.Vectors;

/// <summary>The page Differences.md: what is answered otherwise than by the original, and what holds each
/// row.</summary>
public sealed partial class Differences
{
    /// <summary>For each row, by its name: the test that shows it, or <c>odd.json</c>.</summary>
    internal static IReadOnlyDictionary<string, string> HeldBy { get; } = File
        .ReadAllLines(InRepository("tests/Slowroll.Tests/Vectors/Differences.md"))
        .Select(line => Row().Match(line))
        .Where(match => match.Success)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["test"].Value, StringComparer.Ordinal);

    [Fact]
    public void Every_row_is_held_by_the_odd_configs_or_by_a_test_that_is_there()
    {
        var tests = Directory.EnumerateFiles(InRepository("tests"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();

        Assert.NotEmpty(HeldBy);
        Assert.All(HeldBy.Where(row => row.Value != "odd.json"),
            row => Assert.Contains(tests, text => text.Contains($" {row.Value}(", StringComparison.Ordinal)));
    }

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);

    // | name | what | the original | here | why | `test` |
    [GeneratedRegex(@"^\| (?<name>[^|]+?) \|(?:[^|]+\|){4} `(?<test>[\w.]+)` \|$")]
    private static partial Regex Row();
}
