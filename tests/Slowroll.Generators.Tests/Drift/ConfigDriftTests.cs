using System.Text;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift;

public class ConfigDriftTests
{
    [Fact]
    public Task A_config_that_agrees_with_its_schema_is_not_reported() => AssertReports("", $$"""
        {
          "$schema": "./app_features.schema.json",
          "features": {
            "on": { "stable": false, "new": true, {{Schedule}}, "early_adopters": ["fir"], "early_adopter_patterns": ["web-[0-9]+"] },
            // read, but not by Python
            "count": { "stable": 4, "new": 32, "interpolate": true, {{Schedule}}, "start_pct": 0.5, "end_pct": 20, "salt": "s", },
          },
        }
        """, ("SlowrollAsOf", "2026-11-23"));

    [Theory]
    [InlineData("{\n  \"features\": { \"🦊\": [|}|]")]
    [InlineData("[|<|]html>captive portal</html>")]
    [InlineData("{} [|x|]")]
    [InlineData("[||]")]
    [InlineData("[|[1, 2]|]")]
    [InlineData("[|null|]")]
    public Task SLOW3001_a_text_that_is_no_config_is_reported_at_the_character(string marked) =>
        AssertReports("SLOW3001", marked);

    [Theory]
    [InlineData("<!DOCTYPE html><title>Sign in</title>",
        "this is HTML or XML, not JSON. Does a login page or a proxy answer in the server's place?")]
    [InlineData("{\0}\0", "this is UTF-16. Save the config as UTF-8.")]
    [InlineData("\0{\0}", "this is UTF-16. Save the config as UTF-8.")]
    [InlineData(" \n", "the config is empty. A config is a JSON object of sections.")]
    [InlineData("[]", "the root is no object. A config is an object of sections.")]
    public async Task SLOW3001_says_what_the_running_program_would_say(string config, string message) => Assert.Equal(
        [$"SLOW3001 The config can't be read: {message}"],
        await Messages(new(TestFile.Schema(Schema), TestFile.Config(config))));

    [Theory]
    [InlineData("utf-16", "this is UTF-16. Save the config as UTF-8.")]
    [InlineData("utf-16BE", "this is UTF-16. Save the config as UTF-8.")]
    [InlineData("iso-8859-1", "these bytes are not UTF-8. Save the config as UTF-8.")]
    public async Task SLOW3001_a_config_with_a_guessed_encoding_is_reported(string encoding, string message)
    {
        var config = TestFile.Config("""{ "features": { "on": { "stable": true }, "count": { "stable": 1 } } } // ä""");

        Assert.Equal(
            [$"SLOW3001 The config can't be read: {message}"],
            await Messages(new(TestFile.Schema(Schema), config.In(Encoding.GetEncoding(encoding)))));
    }

    [Theory]
    [InlineData(false, "SLOW3001 16-17")]
    [InlineData(true)]
    public async Task SLOW3001_bytes_that_are_not_UTF_8_are_reported_and_a_written_replacement_character_is_not(
        bool isStrict, params string[] told)
    {
        var config = TestFile.Config("{} // what is a \uFFFD?")
            .In(new UTF8Encoding(false, throwOnInvalidBytes: isStrict));

        Assert.Equal(told, (await Analyze(new(config))).Select(
            found => $"{found.Id} {found.Location.SourceSpan.Start}-{found.Location.SourceSpan.End}"));
    }

    [Fact]
    public async Task Bytes_that_are_the_same_in_UTF_8_are_read_with_every_encoding()
    {
        var config = TestFile.Config("""{ "features": { "on": { "stable": true }, "count": { "stable": 1 } } }""");

        Assert.Empty(await Messages(new(TestFile.Schema(Schema), config.In(Encoding.Latin1))));
    }

    [Theory]
    [InlineData(
        """{ "features": { "on": { "stable": 1 } }, [|"features"|]: { "on": { "stable": true }, "count": { "stable": 1 } } }""")]
    [InlineData(
        """{ "features": { "on": { "stable": 1 }, [|"on"|]: 5, [|"on"|]: { "stable": true }, "count": { "stable": 1 } } }""")]
    [InlineData("""{ "features": { "on": { "stable": 1, [|"st\u0061ble"|]: true }, "count": { "stable": 1 } } }""")]
    public Task SLOW3008_a_name_is_reported_where_it_is_repeated(string marked) => AssertReports("SLOW3008", marked);

    [Fact]
    public Task SLOW3008_reaches_into_values() => AssertReports(
        "SLOW3008",
        """{ "features": { "a": { "stable": [{ "x": 1, [|"x"|]: 2 }] } } }""",
        SampleSchemas.WithMembers(""" "a": { "$ref": "slowroll.schema.json#/$defs/rollout" } """));

    [Theory]
    [InlineData("{ [|// why\r|]\n \"features\": { \"on\": { \"stable\": true }, \"count\": { \"stable\": 1 } } }")]
    [InlineData("""{ "features": [|/* {,} " */|] { "on": { "stable": true }, "count": { "stable": 1 } } }""")]
    [InlineData("""{ "features": { "on": { "stable": true }, "count": { "stable": 1 }[|,|] [|/* */|] } } [|// end|]""")]
    [InlineData("""{ "features": { "on": { "stable": true }, "count": { "stable": 1[|,|] } } }""")]
    [InlineData(
        """{ "features": { "on": { "stable": true, "new": false, "early_adopters": ["a,]//", "\\\""[|,|]] }, "count": { "stable": 1 } } }""")]
    public Task SLOW3011_what_strict_json_does_not_allow_is_reported_if_the_rule_is_on(string marked) =>
        AssertReports("SLOW3011", marked.Replace("\r|]", "|]\r", StringComparison.Ordinal));

    [Theory]
    [InlineData("2030-03-15T00:00Z")]
    [InlineData("2030-03-15 00:00:00.1234567Z")]
    [InlineData("2030-03-15 02:00+02:00")]
    public Task SLOW3011_a_time_that_python_rejects_is_reported_if_the_rule_is_on(string time) =>
        AssertFlag("SLOW3011", $$"""{ "stable": true, "new": false, "end_time": [|"{{time}}"|], "duration": "14d" }""");

    [Theory]
    [InlineData("""[|"start_time"|]: "2030-03-15 00:00Z", "duration": "14d" """)]
    [InlineData("""[|"start_time"|]: "2030-03-15 00:00Z", [|"steps"|]: [{ "pct": 100 }], [|"waves"|]: [{}] """)]
    [InlineData(
        """[|"hours"|]: "Mon-Sun 00:00-24:00Z", [|"freezes"|]: [], "end_time": "2030-03-15 00:00Z", "duration": "14d" """)]
    [InlineData(
        """[|"rollback"|]: { "from": "2030-03-15 00:00Z" }, [|"urgent"|]: "2030-03-15 00:00Z", "end_time": "2030-03-15 00:00Z", "duration": "14d" """)]
    public Task SLOW3011_a_field_of_schedules_is_reported_if_the_rule_is_on(string fields) =>
        AssertFlag("SLOW3011", $$"""{ "stable": true, "new": false, {{fields}} }""");

    [Theory]
    [InlineData("2030-03-15 00:00z")]
    [InlineData("2030-3-5 \\t0:0:0.123456Z")]
    public Task SLOW3011_passes_a_time_that_python_reads(string time) =>
        AssertFlag("SLOW3011", $$"""{ "stable": true, "new": false, "end_time": "{{time}}", "duration": "14d" }""");

    [Fact]
    public Task Half_a_character_in_a_value_is_reported_there_and_nowhere_else() => AssertReports(
        "SLOW3004", """{ "features": { "on": { "stable": [|"\ud800"|] }, "count": { "stable": 1 } } }""");

    [Fact]
    public async Task SLOW3011_is_off() => Assert.Empty(
        await MessagesOf("""{ "stable": true, "new": false, "end_time": "2030-03-15T00:00Z", "duration": "14d", }"""));

    [Fact]
    public async Task A_config_without_a_schema_is_checked_for_what_needs_none()
    {
        var found = await Analyze(
            new(TestFile.Config("""{ "any": { "a": { "stable": 1, "new": 2, "x": 3 }, "b": 5 } }""")));

        Assert.Equal(["SLOW3005", "SLOW3007", "SLOW3005"], found.Select(each => each.Id));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public async Task A_schema_that_can_not_be_read_is_reported_elsewhere(string schema) =>
        Assert.Empty(
            await Analyze(new(TestFile.Schema(schema), TestFile.Config("""{ "any": { "a": { "stable": 1 } } }"""))));
}
