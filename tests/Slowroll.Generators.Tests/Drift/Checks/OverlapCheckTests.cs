using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class OverlapCheckTests
{
    private const string First =
        """ "stable": false, "new": true, "start_time": "2030-03-01 00:00Z", "duration": "14d" """;

    private const string Second = """ "stable": 1, "new": 2, "start_time": "2030-03-10 00:00Z", "duration": "14d" """;

    [Fact]
    public Task SLOW3020_is_reported_at_the_flag_that_begins_later() => AssertReports(
        "SLOW3020", $$"""{ "features": { [|"count"|]: { {{Second}} }, "on": { {{First}} } } }""");

    [Theory]
    [InlineData(First, """ "stable": 1, "new": 2, "start_time": "2030-03-15 00:00Z", "duration": "14d" """)]
    [InlineData(First, Second + """, "salt": "s" """)]
    [InlineData(First + """, "salt": "" """, Second)]
    [InlineData(First, Second + """, "interpolate": true """)]
    [InlineData(First, Second + """, "start_pct": 5, "end_pct": 5 """)]
    [InlineData(First, Second + """, "start_pct": 100, "end_pct": 0 """)]
    [InlineData(First, """ "stable": 1, "new": 2, "start_time": "2030-03-10 00:00Z", "duration": "0s" """)]
    [InlineData(First, """ "stable": 1, "new": 2, "early_adopters": ["fir"] """)]
    [InlineData(First + """, "rollback": { "from": "2030-03-09 00:00Z" } """, Second)]
    public Task SLOW3020_is_silent_where_no_two_ramps_reach_the_same_hash_keys_first(string on, string count) =>
        AssertReports("", $$"""{ "features": { "on": { {{on}} }, "count": { {{count}} } } }""");

    [Theory]
    [InlineData(""" "steps": [{ "pct": 1, "hold": "20d" }, { "pct": 100 }] """)]
    [InlineData(""" "duration": "1d", "waves": [{ "steps": [{ "pct": 1, "hold": "20d" }, { "pct": 100 }] }] """)]
    [InlineData(""" "duration": "1d", "freezes": [{ "from": "2030-03-01 12:00Z", "until": "2030-03-20 00:00Z" }] """)]
    [InlineData(""" "duration": "1d", "freezes": [{ "from": "2030-03-01 12:00Z" }] """)]
    public Task SLOW3020_holds_waves_and_freezes_count(string length) => AssertReports(
        "SLOW3020",
        $$"""
        { "features": {
          "on": { "stable": false, "new": true, "start_time": "2030-03-01 00:00Z", {{length}} },
          [|"count"|]: { {{Second}} }
        } }
        """);

    [Theory]
    [InlineData("2030-03-10 00:00Z", "SLOW3020")]
    [InlineData("2030-03-14 23:59Z", "SLOW3020")]
    [InlineData("2030-03-16 00:00Z")]
    public async Task SLOW3020_is_silent_as_soon_as_one_of_them_is_over(string asOf, params string[] told)
    {
        var found = await Analyze(new(
            TestFile.Schema(Schema),
            TestFile.Config($$"""{ "features": { "on": { {{First}} }, "count": { {{Second}} } } }"""))
        {
            Properties = [("SlowrollAsOf", asOf), ("SlowrollGracePeriod", "30d")],
        });

        Assert.Equal(told, found.Select(each => each.Id));
    }

    [Theory]
    [InlineData("", "give it one before it begins")]
    [InlineData("2030-03-09", "give it one before it begins")]
    [InlineData("2030-03-11", "both have begun, so keep it like that: a salt would take 'new' away")]
    public async Task SLOW3020_says_when_and_what_to_do(string asOf, string remedy) => Assert.Equal(
        ["SLOW3020 Flags 'features.count' and 'features.on' are rolled out at the same time, from 2030-03-10 00:00Z "
            + "until 2030-03-15 00:00Z, and neither has a \"salt\", so the same hash keys get 'new' of both first; "
            + remedy],
        await Messages(new(
            TestFile.Schema(Schema),
            TestFile.Config($$"""{ "features": { "on": { {{First}} }, "count": { {{Second}} } } }"""))
        {
            Properties = [("SlowrollAsOf", asOf)],
        }));

    [Theory]
    [InlineData("", null)]
    [InlineData("2030-03-09", "count")]
    [InlineData("2030-03-10", null)]
    public async Task SLOW3020_only_a_flag_that_has_not_begun_for_sure_is_passed_to_the_fix(string asOf, string? key)
    {
        var found = Assert.Single(await Analyze(new(
            TestFile.Schema(Schema),
            TestFile.Config($$"""{ "features": { "on": { {{First}} }, "count": { {{Second}} } } }"""))
        {
            Properties = [("SlowrollAsOf", asOf)],
        }));

        Assert.Equal(key, found.Properties.GetValueOrDefault(FixHints.Key));
    }

    [Fact]
    public Task SLOW3020_is_silent_of_a_ramp_that_is_taken_back_before_it_begins() => AssertReports(
        "SLOW3025",
        $$"""
        { "features": {
          "on": { {{First}} }, "count": { {{Second}}, "rollback": { "from": [|"2030-03-09 00:00Z"|] } }
        } }
        """);

    [Fact]
    public Task SLOW3020_a_long_ramp_goes_on_behind_a_short_one() => AssertReports(
        "SLOW3020",
        $$"""
        { "features": {
          "on": { {{First}} },
          [|"b"|]: { "stable": 1, "new": 2, "start_time": "2030-03-02 00:00Z", "duration": "1d" },
          [|"c"|]: { "stable": 1, "new": 2, "start_time": "2030-03-10 00:00Z", "duration": "1d" },
          "d": { "stable": 1, "new": 2, "start_time": "2030-03-20 00:00Z", "duration": "1d" }
        } }
        """,
        """
        { "properties": { "features": {
          "properties": { "on": { "$ref": "slowroll.schema.json#/$defs/boolean" } }, "additionalProperties": true
        } } }
        """);

    [Fact]
    public async Task SLOW3020_shows_the_last_second_that_there_is()
    {
        const string Last = """ "new": 2, "end_time": "9999-12-31 23:59:59.999999Z", "duration": "30d" """;

        Assert.Contains(
            " until 9999-12-31 23:59:59Z, and neither has a \"salt\"",
            Assert.Single(await Messages(new(TestFile.Config(
                $$"""{ "a": { "b": { "stable": 1, {{Last}} }, "c": { "stable": 0, {{Last}} } } }""")))),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task SLOW3020_flags_with_different_hash_keys_share_none() => AssertReports(
        "",
        $$"""{ "features": { "on": { {{First}} }, "count": { {{Second}} } } }""",
        """
        { "properties": { "features": { "properties": {
          "on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
          "count": { "$ref": "slowroll.schema.json#/$defs/integer", "x-slowroll": { "hashKey": "customer" } }
        } } } }
        """);

    [Fact]
    public void SLOW3020_of_thousands_of_ramps_each_is_reported_once()
    {
        const int Flags = 10_000;
        var flags = string.Join(",\n", Enumerable.Range(0, Flags).Select(index =>
            $$""" "f{{index.ToString(CultureInfo.InvariantCulture)}}": { {{First}} } """));
        ConfigDrift drift = new()
        {
            Config = ConfigDocument.Read($$"""{ "features": { {{flags}} } }"""),
            Schema = null,
            Settings = DriftSettings.Read(null, null),
        };

        List<DriftProblem> found = [.. drift.Find().Where(problem => problem.Rule == DriftRules.SameOrder)];

        Assert.Equal(Flags - 1, found.Count);
        Assert.Equal(Flags - 1, found.Select(problem => problem.Key).Distinct().Count());
        Assert.DoesNotContain(found, problem => problem.Key == "f0");
    }
}
