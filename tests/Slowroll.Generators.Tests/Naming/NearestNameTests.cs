using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Tests.Naming;

public class NearestNameTests
{
    private static readonly string[] Fields = ["stable", "new", "end_time", "duration", "start_pct", "end_pct", "salt"];

    [Theory]
    [InlineData("endTime", "end_time")]
    [InlineData("END_TIME", "end_time")]
    [InlineData("end-time", "end_time")]
    [InlineData("duratoin", "duration")]
    [InlineData("nwe", "new")]
    [InlineData("News", "new")]
    [InlineData("stabel", "stable")]
    [InlineData("stat_pct", "start_pct")]
    public void A_misspelling_finds_the_name(string written, string meant) =>
        Assert.Equal(meant, NearestName.Of(written, Fields).First());

    [Theory]
    [InlineData("owner")]
    [InlineData("")]
    [InlineData("description")]
    public void Another_word_finds_nothing(string written) => Assert.Empty(NearestName.Of(written, Fields));

    [Fact]
    public void The_nearest_comes_first_and_equally_near_names_are_sorted() =>
        Assert.Equal(["flag_1", "flag_a", "flag_b", "flog_2"],
            NearestName.Of("flag_1", ["flog_2", "flag_b", "flag_a", "flag_1", "other"]));

    [Fact]
    public void A_name_of_a_thousand_letters_is_near_to_nothing() =>
        Assert.Empty(NearestName.Of(new string('a', 1_000), [new string('a', 999)]));
}
