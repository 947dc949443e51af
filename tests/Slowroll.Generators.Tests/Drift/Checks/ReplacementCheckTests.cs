using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class ReplacementCheckTests
{
    private const string TwoWeeks = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;
    private const string First = $$"""{ "stable": 1, "new": 2, {{TwoWeeks}} }""";

    [Theory]
    [InlineData("stretched", """ "end_time": "2030-03-29 00:00Z", "duration": "28d" """, "up to 50 % of all hosts",
        " after 2030-03-01 00:00Z")]
    [InlineData("postponed", """ "end_time": "2030-04-15 00:00Z", "duration": "14d" """, "up to 100 % of all hosts",
        " after 2030-03-01 00:00Z")]
    [InlineData("cut short at a lower share", TwoWeeks + """, "end_pct": 25 """, "up to 75 % of all hosts",
        " after 2030-03-01 00:00Z")]
    [InlineData(
        "a second stage below the first",
        """ "end_time": "2030-04-15 00:00Z", "duration": "14d", "start_pct": 99 """,
        "up to 1 % of all hosts",
        " after 2030-03-14 20:38:24Z")]
    [InlineData(
        "a break that begins too low",
        """ "end_time": "2030-03-22 00:00Z", "duration": "14d", "start_pct": 40 """,
        "up to 10 % of all hosts",
        " after 2030-03-06 14:24Z")]
    [InlineData("the schedule withdrawn", """ "early_adopters": [] """, "up to 100 % of all hosts",
        " after 2030-03-01 00:00Z")]
    public async Task SLOW3010_a_ramp_that_falls_behind_is_reported_with_how_many_and_from_when(
        string what, string later, string whom, string when) =>
        Assert.Equal(
            [$"SLOW3010 Flag 's.f' takes 'new' away from {whom} if it replaces 'snapshots\\live.json'{when}; set "
                + "\"start_pct\" to the share that is reached by then, or keep the schedule"],
            (IEnumerable<string>)await MessagesOf(First, $$"""{ "stable": 1, "new": 2, {{later}} }""") ?? [what]);

    [Theory]
    [InlineData("the same", First)]
    [InlineData("sooner", """{ "stable": 1, "new": 2, "end_time": "2030-03-08 00:00Z", "duration": "7d" }""")]
    [InlineData("begun earlier", """{ "stable": 1, "new": 2, "end_time": "2030-03-15 00:00Z", "duration": "28d" }""")]
    [InlineData("slowed down from where it is",
        """{ "stable": 1, "new": 2, "end_time": "2030-03-22 00:00Z", "duration": "14d", "start_pct": 50 }""")]
    [InlineData("another new value", $$"""{ "stable": 1, "new": 3, {{TwoWeeks}} }""")]
    [InlineData("more early adopters", $$"""{ "stable": 1, "new": 2, {{TwoWeeks}}, "early_adopters": ["fir"] }""")]
    [InlineData("done", """{ "stable": 2 }""")]
    [InlineData("done, and on to the next",
        """{ "stable": 2.0, "new": 3, "end_time": "2030-06-15 00:00Z", "duration": "14d" }""")]
    [InlineData("given up", """{ "stable": 1 }""")]
    [InlineData("rolled back",
        """{ "stable": 1, "new": 2, "end_time": "2030-03-08 00:00Z", "duration": "1h", "start_pct": 40, "end_pct": 0 }""")]
    [InlineData("unreadable", """{ "stable": 1, "new": 2, "end_time": "soon", "duration": "1h" }""")]
    public async Task SLOW3010_a_change_that_takes_nothing_away_or_is_intended_is_not_reported(
        string what, string later) =>
        Assert.DoesNotContain(
            await MessagesOf(First, later),
            message => message.StartsWith("SLOW3010", StringComparison.Ordinal) && what is not null);

    [Theory]
    [InlineData(0, 20, 20, 100)]
    [InlineData(0, 33.3, 33.3, 50)]
    [InlineData(20, 50, 60, 100)]
    public async Task SLOW3010_a_second_stage_that_starts_at_the_share_of_the_first_is_not_reported(
        double from, double to, double from2, double to2) => Assert.Empty(await MessagesOf(
        FormattableString.Invariant(
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-03-08 00:00Z", "duration": "7d", "start_pct": {{from}}, "end_pct": {{to}} }"""),
        FormattableString.Invariant(
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-04-15 00:00Z", "duration": "7d", "start_pct": {{from2}}, "end_pct": {{to2}} }""")));

    [Theory]
    [InlineData("2030-02-28", null)]
    [InlineData("2030-03-08", "up to 25 % of all hosts")]
    [InlineData("2030-03-29", null)]
    public async Task SLOW3010_as_of_a_day_is_exact(string asOf, string? whom) => Assert.Equal(
        whom is null ? [] : [$"SLOW3010 Flag 's.f' takes 'new' away from {whom} if it replaces 'snapshots\\live.json' "
            + $"on {asOf} 00:00Z; set \"start_pct\" to the share that is reached by then, or keep the schedule"],
        (await MessagesOf(First, """{ "stable": 1, "new": 2, "end_time": "2030-03-29 00:00Z", "duration": "28d" }""",
            ("SlowrollAsOf", asOf)))
            .Where(message => !message.StartsWith("SLOW3006", StringComparison.Ordinal)));

    [Fact]
    public async Task SLOW3010_another_salt_sends_other_hosts_first() => Assert.Equal(
        ["SLOW3010 Flag 's.f' takes 'new' away from up to 25 % of all hosts if it replaces 'snapshots\\live.json' on "
            + "2030-03-08 00:00Z; keep the salt until the rollout is over"],
        await MessagesOf(
            First, $$"""{ "stable": 1, "new": 2, {{TwoWeeks}}, "salt": "winter" }""", ("SlowrollAsOf", "2030-03-08")));

    [Fact]
    public async Task SLOW3010_early_adopters_that_are_dropped_are_named()
    {
        var earlier =
            $$"""{ "stable": 1, "new": 2, {{TwoWeeks}}, "early_adopters": ["fir", "oak", "elm", "ash", "web-1"], "early_adopter_patterns": ["db-.*"] }""";

        Assert.Equal(
            [
                "SLOW3010 Flag 's.f' takes 'new' away from its early adopters 'fir', 'oak', 'ash' if it replaces "
                    + "'snapshots\\live.json'; keep them until everybody has 'new'",
                "SLOW3010 Flag 's.f' takes 'new' away from its early adopters by the pattern 'db-.*' if it replaces "
                    + "'snapshots\\live.json'; keep them until everybody has 'new'",
            ],
            await MessagesOf(
                earlier,
                $$"""{ "stable": 1, "new": 2, {{TwoWeeks}}, "early_adopters": ["elm"], "early_adopter_patterns": ["web-[0-9]"] }"""));
        Assert.DoesNotContain(
            "SLOW3010",
            string.Concat(await MessagesOf(earlier, First, ("SlowrollAsOf", "2030-03-15"))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "stable": 1, "new": 2, "end_time": "2030-04-15 00:00Z", "duration": "14d" }""", "\"f\"")]
    [InlineData($$"""{ "stable": 1, "new": 2, {{TwoWeeks}}, "salt": "s" }""", "\"s\"")]
    public async Task SLOW3010_is_reported_at_the_salt_or_at_the_flags_name(string later, string place)
    {
        var found = Assert.Single(await DriftTest.Analyze(Project(First, later)), each => each.Id == "SLOW3010");

        Assert.Equal(place, Config(later).Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal("/app/next.json", found.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("SLOW3022", TwoWeeks + """, "freezes": [{ "from": "2030-03-02 00:00Z" }] """, TwoWeeks)]
    [InlineData("SLOW3023", TwoWeeks + """, "rollback": { "from": "2030-03-02 00:00Z" } """, TwoWeeks)]
    [InlineData("SLOW3024", TwoWeeks, """ "end_time": "2030-03-15 00:00Z", "duration": "28d" """)]
    [InlineData("SLOW3025", TwoWeeks, """
        "end_time": "2030-04-15 00:00Z", "duration": "1d", "start_pct": 50, "rollback": { "from": "2030-03-20 00:00Z" }
        """)]
    public async Task The_build_reports_each_rule_about_an_edit(string rule, string before, string after) =>
        Assert.Equal([rule], (await MessagesOf(
            $$"""{ "stable": 1, "new": 2, {{before}} }""", $$"""{ "stable": 1, "new": 2, {{after}} }""",
            ("SlowrollAsOf", "2030-03-08"))).Select(message => message[..rule.Length]));

    [Fact]
    public async Task SLOW3001_an_earlier_config_that_is_no_JSON_is_reported_at_its_place()
    {
        var found = Assert.Single(await DriftTest.Analyze(ProjectOf("{ \"s\": ", Config(First))));

        Assert.Equal(("SLOW3001", "/app/snapshots/live.json(1,8)"), (found.Id, PlaceOf(found)));
    }

    [Fact]
    public async Task SLOW3012_an_earlier_rollout_that_can_not_be_read_is_reported_at_its_place_and_only_once()
    {
        var earlier = Config(First.Replace("14d", "a while", StringComparison.Ordinal));
        var found = Assert.Single(await DriftTest.Analyze(new(
            new TestFile("/app/snapshots/live.json", earlier, ("Kind", "earlier")),
            TestFile.Config(Config(First), "/app/one.json", ("Previous", "snapshots/live.json")),
            TestFile.Config(Config(First), "/app/two.json", ("Previous", "snapshots/live.json")))));

        Assert.Equal(("SLOW3012", "/app/snapshots/live.json(1,86)"), (found.Id, PlaceOf(found)));
        Assert.StartsWith(
            "The earlier rollout of flag 's.f' can't be read, so it isn't known who loses 'new': 'a while' is "
                + "no duration",
            found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "stable": 1 }""")]
    [InlineData("""{ "stable": 1, "new": 2, "end_time": "soon", "duration": "1h" }""")]
    public async Task SLOW3012_an_earlier_rollout_that_nothing_is_compared_with_may_be_as_it_is(string later) =>
        Assert.DoesNotContain(
            await DriftTest.Analyze(Project(First.Replace("14d", "a while", StringComparison.Ordinal), later)),
            each => each.Id == "SLOW3012");

    [Fact]
    public async Task An_earlier_config_that_is_also_a_config_is_reported_only_as_a_config()
    {
        var earlier = Config(First.Replace("14d", "a while", StringComparison.Ordinal));

        Assert.Equal(["SLOW3005"], (await DriftTest.Analyze(new(
            TestFile.Config(earlier, "/app/live.json"),
            TestFile.Config(Config(First), "/app/next.json", ("Previous", "live.json"))))).Select(each => each.Id));
    }

    [Fact]
    public async Task SLOW3012_an_earlier_config_that_does_not_exist_is_reported() => Assert.Equal(
        ["SLOW3012 The SlowrollConfig item says Previous=\"gone.json\", and there is no such file"],
        await DriftTest.Messages(
            new(TestFile.Config(Config("""{ "stable": 1 }"""), "/app/next.json", ("Previous", "gone.json")))));

    private static Task<IReadOnlyList<string>> MessagesOf(
        string earlier, string later, params (string, string)[] properties) =>
        DriftTest.Messages(Project(earlier, later) with { Properties = properties });

    private static string PlaceOf(Diagnostic found)
    {
        var place = found.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})";
    }

    private static TestProject Project(string earlier, string later) => ProjectOf(Config(earlier), Config(later));

    private static TestProject ProjectOf(string earlier, string later) => new(
        TestFile.Schema(
            """{ "properties": { "s": { "properties": { "f": { "$ref": "slowroll.schema.json#/$defs/integer" } } } } }"""),
        new TestFile("/app/snapshots/live.json", earlier, ("Kind", "earlier")),
        TestFile.Config(later, "/app/next.json", ("Previous", "snapshots\\live.json")));

    private static string Config(string flag) => $$"""{ "s": { "f": {{flag}} } }""";
}
