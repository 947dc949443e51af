using System.Text;
using Slowroll.Documents;

namespace Slowroll.Tests.Documents;

public class ConfigReaderTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_read() =>
        Assert.Equal([new FlagName("features", "a")], Read("""
            // the live config
            { "features": { "a": { "stable": 1, /* for now */ }, }, }
            """).Flags);

    [Fact]
    public void A_byte_order_mark_is_fine() =>
        Assert.Single(ConfigReader.Read(Encoding.UTF8.GetPreamble().Concat("""{"s":{"f":{}}}"""u8.ToArray()).ToArray(), Hashers.Sha1).Flags);

    [Fact]
    public void A_schema_reference_and_sections_that_are_no_objects_have_no_flags() =>
        Assert.Equal([new FlagName("s", "f")], Read("""{"$schema": "./a.json", "n": 5, "l": [{"f": 1}], "s": {"f": 1}}""").Flags);

    [Fact]
    public void Of_two_flags_of_one_name_the_last_counts() =>
        Assert.Equal("2", TextOf("""{"s": {"f": 1, "f": 2}}"""));

    [Fact]
    public void Of_two_sections_of_one_name_the_last_counts_alone() =>
        Assert.Equal([new FlagName("s", "b")], Read("""{"s": {"a": 1}, "s": {"b": 1}}""").Flags);

    [Fact]
    public void Names_are_compared_as_they_mean_not_as_they_are_written() =>
        Assert.Equal("1", TextOf("""{"\u0073": {"\u0066": 1}}"""));

    [Fact]
    public void A_name_that_is_half_a_character_takes_no_other_flag_down() =>
        Assert.Equal("1", TextOf("""{"s": {"\ud800": 0, "f": 1}, "\udfff": {}}"""));

    [Theory]
    [InlineData("", 1, 1, "the config is empty")]
    [InlineData("  \n ", 2, 2, "the config is empty")]
    [InlineData("null", 1, 1, "the root is no object")]
    [InlineData("[]", 1, 1, "the root is no object")]
    [InlineData("\"x\"", 1, 1, "the root is no object")]
    [InlineData("<html>\n<body>Sign in</body></html>", 1, 1, "this is HTML or XML")]
    [InlineData("{\"s\": {\n  \"é\": tru }}", 2, 11, "'tru")]
    [InlineData("{\"s\": {}", 1, 9, "")]
    [InlineData("{} {}", 1, 4, "")]
    [InlineData("{\"s\": {\"f\": {\"start_pct\": NaN}}}", 1, 27, "'N'")]
    public void What_is_no_config_is_refused_with_line_and_column(string text, int line, int column, string reason)
    {
        var e = Assert.Throws<ConfigFormatException>(() => Read(text));

        Assert.Equal((line, column), (e.Line, e.Column));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Line {line}, column {column}: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_cut_short_anywhere_is_refused()
    {
        var whole = Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": "é", "new": [1, 2]}}}""");
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(whole.AsMemory(0, length), Hashers.Sha1));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_at_their_place()
    {
        byte[] text = [.. "{\"s\":\n {\"é"u8, 0xC3, 0x28, .. "\": 1}}"u8];

        var e = Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(text, Hashers.Sha1));

        Assert.Equal((2, 5), (e.Line, e.Column));
        Assert.Contains("UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF_16_is_named()
    {
        var text = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray();

        Assert.Contains("UTF-16", Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(text, Hashers.Sha1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Nesting_10_000_deep_is_refused(string bracket)
    {
        var bomb = string.Concat(Enumerable.Repeat(bracket, 10_000));

        Assert.Throws<ConfigFormatException>(() => Read($$"""{"s": {"f": {{bomb}}"""));
    }

    [Fact]
    public void A_hundred_thousand_flags_are_read()
    {
        var flags = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"f{i}\":{{\"stable\":{i}}}"));

        Assert.Equal(100_000, Read($$$"""{"s": { {{{flags}}} } }""").Flags.Count());
    }

    private static ConfigSnapshot Read(string text) => ConfigReader.Read(Encoding.UTF8.GetBytes(text), Hashers.Sha1);

    private static string TextOf(string config)
    {
        Assert.True(Read(config).TryGetText(new FlagName("s", "f"), out var text));
        return Encoding.UTF8.GetString(text);
    }
}
