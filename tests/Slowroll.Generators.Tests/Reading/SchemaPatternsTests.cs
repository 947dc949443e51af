using System.Globalization;
using System.Text;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Reading;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>Regular expressions of a schema that would take the compiler down, or keep it busy.</summary>
public class SchemaPatternsTests
{
    public static TheoryData<string> Bombs => new()
    {
        Repeated("(", 60_000) + "a" + Repeated(")", 60_000),
        Repeated("(?=", 60_000) + Repeated(")", 60_000),
        Repeated("[a-", 60_000) + "[a]" + Repeated("]", 60_000),
        string.Join('|', Enumerable.Range(0, 100_000)),
        Repeated("(", 101) + "a" + Repeated(")", 101),
        Repeated("[a-", 101) + "[a]" + Repeated("]", 101),
    };

    /// <summary>Within the limits, and as deep as that goes: what a count of brackets doesn't see included.</summary>
    public static TheoryData<string> Deep => new()
    {
        Repeated("(", 100) + "a" + Repeated(")", 100),
        Repeated("([)]", 399) + "a" + Repeated(")", 399),
        "(?x)" + Repeated("(#)\n", 390) + "a" + Repeated(")", 390),
        Repeated("(?=[)]", 280) + "a" + Repeated(")", 280),
        Repeated("(", 100) + "a" + Repeated("{1000})", 100),
        Repeated("(", 100) + "a" + Repeated("*)*", 100),
        Repeated("a|", 1_000),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Survive_78_a_pattern_beyond_the_limits_is_reported_where_it_stands(string pattern)
    {
        var type = $$"""{ "type": "string", "pattern": [|"{{pattern}}"|] }""";
        await AssertReports("SLOW1010", OneFlag.Schema(type, "\"any\""));

        var message = Assert.Single(await OneFlag.Project(type.Replace("[|\"", "\"", StringComparison.Ordinal)
            .Replace("\"|]", "\"", StringComparison.Ordinal), "\"any\"").Analyze())
            .GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("is read only by the editor", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 50, 400);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public Task Survive_78_the_same_of_a_pattern_for_names(string pattern) => AssertReportsInMembers("SLOW1010", $$"""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }],
          "properties": { "stable": { "type": "boolean" } },
          "patternProperties": { [|"{{pattern}}"|]: {} }
        }
        """);

    [Theory]
    [MemberData(nameof(Deep))]
    public void Survive_78_a_pattern_within_the_limits_is_safe_even_on_a_small_stack(string pattern)
    {
        Assert.Null(SchemaPatterns.RefusalOf(pattern));

        var isRead = false;
        Thread thread = new(
            () =>
            {
                new SchemaPatterns().Matches(pattern, new string('a', 100) + "!");
                isRead = true;
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(isRead);
    }

    [Fact]
    public void Survive_78_patterns_that_backtrack_for_ever_are_given_up_after_a_few()
    {
        SchemaPatterns patterns = new();
        var text = new string('s', 100);

        // The same one isn't tried twice, and after ten none is.
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Null(patterns.Matches("^(s+)+!$", text)));
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Null(patterns.Matches($"^(s+)+!{i}$", text)));
        Assert.Null(patterns.Matches("s", text));
        Assert.True(new SchemaPatterns().Matches("s", text));
    }

    private static string Repeated(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
