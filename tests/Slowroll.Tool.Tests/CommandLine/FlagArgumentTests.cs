using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.CommandLine;

/// <summary>How a flag is found by an argument.</summary>
public sealed class FlagArgumentTests
{
    private static readonly ConfigDocument Config = ConfigDocument.Read(
        """{ "a.b": { "c": {} }, "a": { "b.c": {}, ".": {} }, "": { "x": {} }, "$slowroll": { "hours": "" } }""");

    [Theory]
    [InlineData("a.b.c", 2)]
    [InlineData("a..", 1)]
    [InlineData(".x", 1)]
    [InlineData("\"a.b\".c", 1)]
    [InlineData("\"\".x", 1)]
    [InlineData("a", 0)]
    [InlineData("", 0)]
    [InlineData(".", 0)]
    [InlineData("\"", 0)]
    [InlineData("\".", 0)]
    [InlineData("$slowroll.hours", 0)]
    public void Every_dot_may_be_the_one_between_section_and_key(string given, int found) =>
        Assert.Equal(found, FlagArgument.All(Config, given).Count);

    [Fact]
    public void A_text_that_may_be_a_URL_is_not_shown()
    {
        var exception = Assert.Throws<UsageException>(
            () => FlagArgument.Find(Config, "https://ada:secret@example.com/"));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }
}
