using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class EffectCheckTests
{
    [Theory]
    [InlineData($$"""{ "stable": true, [|"end_time"|]: "2030-03-15 00:00Z", "duration": "14d" }""")]
    [InlineData("""{ [|"early_adopters"|]: ["ada"], "stable": true }""")]
    [InlineData("""{ "stable": true, [|"salt"|]: "s", "interpolate": false }""")]
    public Task SLOW3013_a_schedule_without_new_is_reported_once_at_its_first_field(string marked) =>
        AssertFlag("SLOW3013", marked);

    [Theory]
    [InlineData("SLOW3019", $$"""{ "stable": true, [|"nwe"|]: false, {{Schedule}} }""")]
    [InlineData("SLOW3019", $$"""{ "stable": true, [|"New"|]: false, {{Schedule}} }""")]
    public Task SLOW3013_is_silent_where_new_is_misspelled(string rule, string marked) => AssertFlag(rule, marked);

    [Fact]
    public Task SLOW3013_is_silent_where_the_old_value_is_missing() => AssertReports(
        "SLOW3005", $$"""{ "features": { [|"on"|]: { {{Schedule}} }, "count": { "stable": 1 } } }""");

    [Theory]
    [InlineData(""" "end_time": "2030-03-15 00:00Z", "duration": [|""|] """)]
    [InlineData(""" "end_time": "2030-03-15 00:00Z", "duration": [|" "|] """)]
    [InlineData($$""" {{Schedule}}, "early_adopters": ["ada", [|""|]] """)]
    [InlineData($$""" {{Schedule}}, "early_adopter_patterns": [[|""|], "web-.*"] """)]
    public Task SLOW3013_an_empty_text_is_reported_at_its_place(string fields) =>
        AssertFlag("SLOW3013", $$"""{ "stable": true, "new": false, {{fields}} }""");

    [Theory]
    [InlineData("""["a", [|null|], [|5|], [|["b"]|], [|{ "c": 1 }|], [|true|]]""")]
    [InlineData("""["a", [|"\ud800"|]]""")]
    public async Task SLOW3013_an_element_that_is_no_text_is_reported_at_its_place(string list)
    {
        await AssertFlag(
            "SLOW3013", $$"""{ "stable": true, "new": false, {{Schedule}}, "early_adopters": {{list}} }""");
        await AssertFlag("SLOW3013", $$"""{ "stable": true, "new": false, "early_adopter_patterns": {{list}} }""");
    }

    [Theory]
    [InlineData(""" [|"note"|]: "\ud800" """)]
    [InlineData(""" [|"\ud800"|]: { "\udfff": ["\ud800"] } """)]
    public Task Half_a_character_in_an_unread_name_is_only_an_unknown_field(string field) =>
        AssertFlag("SLOW3007", $$"""{ "stable": true, {{field}} }""");

    [Theory]
    [InlineData(""" "end_time": "2030-03-15 00:00Z", "duration": "0s" """)]
    [InlineData($$""" {{Schedule}}, "salt": "" """)]
    [InlineData($$""" {{Schedule}}, "early_adopters": [], "early_adopter_patterns": [".*"] """)]
    public Task Intended_values_are_not_reported(string fields) =>
        AssertFlag("", $$"""{ "stable": true, "new": false, {{fields}} }""");

    [Fact]
    public async Task SLOW3013_says_what_to_do()
    {
        Assert.Equal(
            ["SLOW3013 \"end_time\" of flag 'features.on' has no effect: without 'new' everybody has 'stable'; add "
                + "'new', or keep only 'stable'"],
            await MessagesOf($$"""{ "stable": true, {{Schedule}} }"""));
        Assert.Equal(
            ["SLOW3013 \"early_adopters\" of flag 'features.on' has no effect: it has null, which is ignored; write a "
                + "string, or remove it"],
            await MessagesOf("""{ "stable": true, "new": false, "early_adopters": [null] }"""));
        Assert.Equal(
            [
                "SLOW3013 \"duration\" of flag 'features.on' has no effect: it is empty, so that everybody switches "
                    + "at 'end_time' at once; write how long it takes, like '14d', or '0s' if that is intended",
                "SLOW3013 \"early_adopters\" of flag 'features.on' has no effect: it has an empty text, but no host "
                    + "or user has an empty name; write a hash key, or remove it",
                "SLOW3013 \"early_adopter_patterns\" of flag 'features.on' has no effect: it has an empty pattern, "
                    + "which matches no hash key; write one for whole hash keys, like 'web-.*', or remove it",
            ],
            await MessagesOf(
                """{ "stable": true, "new": false, "end_time": "2030-03-15 00:00Z", "duration": "", "early_adopters": [""], "early_adopter_patterns": [""] }"""));
    }
}
