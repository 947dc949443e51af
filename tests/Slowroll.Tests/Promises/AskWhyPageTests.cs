using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Promises;

/// <summary>What docs/schedules.md prints is what the program prints.</summary>
public sealed partial class AskWhyPageTests
{
    private static readonly string Page = File.ReadAllText(InRepository("docs/schedules.md"));

    public static TheoryData<string> Lines => [.. Line().Matches(Page).Select(match => match.Value.TrimEnd())];

    [Fact]
    public void The_page_has_lines() => Assert.Equal(6, Lines.Count);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_sentence_is_what_the_config_of_the_page_says(string line)
    {
        var (instant, sentence) = (Line().Match(line).Groups[1].Value, Line().Match(line).Groups[2].Value);
        var time = new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        using var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes(FirstConfig().Match(Page).Groups[1].Value),
            new SlowrollOptions { TimeProvider = time });

        Assert.Equal(
            sentence, config.Explain("features", "fast_index", "db-7.eu.example.com").Summary);
    }

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d \d\d:\d\dZ): (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"```json\s(.+?)```", RegexOptions.Singleline)]
    private static partial Regex FirstConfig();
}
