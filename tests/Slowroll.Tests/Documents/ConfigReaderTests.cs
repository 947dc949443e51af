using System.Text;
using Slowroll.Documents;

namespace Slowroll.Tests.Documents;

public class ConfigReaderTests
{
    [Fact]
    public void Survive_54_comments_and_trailing_commas_are_read_wherever_they_stand()
    {
        var config = SlowrollConfig.FromJson("""
            // the live config
            { /* one */ "s": { // two
                "f": { "stable": 0, /* for now */ "new": /* soon */ 1, "early_adopters": [ "a", /* "b" */ "c", ], }, // three
            }, } // the end
            """u8.ToArray());

        Assert.Equal((1, 0, 1), (config.Ask(-1, "a").Value, config.Ask(-1, "b").Value, config.Ask(-1, "c").Value));
    }

    [Fact]
    public void A_byte_order_mark_is_fine() =>
        Assert.Single(
            ConfigReader.Read(Encoding.UTF8.GetPreamble().Concat("""{"s":{"f":{}}}"""u8.ToArray()).ToArray()).Flags);

    [Theory]
    [InlineData("\"$schema\": \"./a.schema.json\"", "$schema")]
    [InlineData("\"n\": 5", "n")]
    [InlineData("\"n\": null", "n")]
    [InlineData("\"n\": true", "n")]
    [InlineData("\"l\": [{\"f\": {\"stable\": 1}}]", "l")]
    public void Survive_58_a_schema_reference_and_a_section_that_is_no_object_have_no_flags(string member, string name)
    {
        foreach (var text in (string[])[
            $$"""{ {{member}}, "s": {"f": {"stable": 7} } }""", $$"""{"s": {"f": {"stable": 7} }, {{member}} }"""
        ])
        {
            var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));

            Assert.Equal((7, -1), (config.Ask(-1).Value, config.Ask(-1, section: name).Value));
            Assert.Equal($"Section '{name}' has no flag 'f'.", config.Ask(-1, section: name).Error);
            Assert.Equal([new FlagName("s", "f")], Read(text).Flags);
        }
    }

    [Fact]
    public void Survive_58_a_section_of_the_name_of_the_schema_reference_is_a_section() =>
        Assert.Equal(7, SlowrollConfig.FromJson("""{"$schema": {"f": {"stable": 7} } }"""u8.ToArray())
            .Ask(-1, section: "$schema").Value);

    [Theory]
    [InlineData("""{"s": {"f": {"stable": 1}, "g": {"stable": 1} }, "s": {"f": {"stable": 2} } }""")]
    [InlineData("""{"s": {"f": {"stable": 1}, "f": {"stable": 2} } }""")]
    [InlineData("""{"s": {"f": {"stable": 1, "stable": 2} } }""")]
    [InlineData(
        """{"s": {"f": {"new": 1, "stable": 1, "new": 2, "stable": 3, "early_adopters": [], "early_adopters": ["key"] } } }""")]
    [InlineData("""{"s": {"f": {"stable": 1}, "\u0066": {"stable": 2} } }""")]
    public void Survive_49_of_two_members_of_one_name_the_last_counts(string text) =>
        Assert.Equal(2, SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text)).Ask(-1).Value);

    [Fact]
    public void Survive_49_of_two_sections_of_one_name_the_last_counts_alone() =>
        Assert.Equal([new FlagName("s", "b")], Read("""{"s": {"a": 1}, "s": {"b": 1}}""").Flags);

    [Fact]
    public void Survive_49_within_a_value_the_last_counts_too() =>
        Assert.Equal(2, SlowrollConfig.FromJson("""{"s": {"f": {"stable": {"a": 1, "a": 2} } } }"""u8.ToArray())
            .Explain("s", "f", "key").Value.GetProperty("a").GetInt32());

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
            Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(whole.AsMemory(0, length)));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_at_their_place()
    {
        byte[] text = [.. "{\"s\":\n {\"é"u8, 0xC3, 0x28, .. "\": 1}}"u8];

        var e = Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(text));

        Assert.Equal((2, 5), (e.Line, e.Column));
        Assert.Contains("UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF_16_is_named()
    {
        var text = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray();

        Assert.Contains("UTF-16", Assert.Throws<ConfigFormatException>(() => ConfigReader.Read(text)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN", "'N'")]
    [InlineData("Infinity", "'I'")]
    [InlineData("-Infinity", "'I'")]
    [InlineData("+1", "'+'")]
    public async Task Survive_43_a_number_that_JSON_does_not_know_is_refused_at_its_place(string number, string reason)
    {
        var text = $$"""{"s": {"f": {"stable": {{number}} } } }""";
        var e = Assert.Throws<ConfigFormatException>(() => Read(text));
        Assert.Equal((1, text.IndexOf(reason[1], StringComparison.Ordinal) + 1), (e.Line, e.Column));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);

        await IsRejected(text);
    }

    [Theory]
    [InlineData("[", "0", "]")]
    [InlineData("{\"a\":", "0", "}")]
    public async Task Survive_50_a_nesting_bomb_is_refused_and_what_is_deep_only_is_not(
        string open, string middle, string close)
    {
        string Nested(int depth) =>
            $$"""{"s": {"f": {"stable": 7, "x": {{Repeat(open, depth)}}{{middle}}{{Repeat(close, depth)}} } } }""";

        // The config, its section and its flag are three.
        Assert.Equal(7, SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(Nested(61))).Ask(-1).Value);
        Assert.Contains("depth of 64", Assert.Throws<ConfigFormatException>(() => Read(Nested(62))).Message,
            StringComparison.Ordinal);
        await IsRejected(Nested(10_000));
        await IsRejected(Nested(1_000_000));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    // The last good config stays, with its ETag.
    private static async Task IsRejected(string text)
    {
        var source = new ScriptedSource();
        source.Sends(ScriptedSource.Config(7), "good");
        await using var config =
            await SlowrollConfig.OpenAsync(source, "test", new SlowrollOptions { UseDiskCache = false });
        source.Sends(text, "bad");

        Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());
        Assert.Equal((7, "good"), (config.Ask(-1).Value, config.Status.ETag));
        Assert.StartsWith("Line 1, column ", config.Status.LastError, StringComparison.Ordinal);
    }

    private static ConfigSnapshot Read(string text) => ConfigReader.Read(Encoding.UTF8.GetBytes(text));

    private static string TextOf(string config)
    {
        Assert.True(Read(config).TryGetText(new FlagName("s", "f"), out var text));
        return Encoding.UTF8.GetString(text);
    }
}
