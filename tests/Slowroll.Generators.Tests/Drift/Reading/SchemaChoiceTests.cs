using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Drift.Reading;

public class SchemaChoiceTests
{
    // Each schema has a section with its own name, so the missing section shows which schema was used.
    private static readonly TestFile Shop = Schema("shop", "/app/shop.schema.json");
    private static readonly TestFile ShopFloor = Schema("shop_floor", "/app/shop_floor.schema.json");
    private static readonly TestFile Other = Schema("other", "/app/deep/other.schema.json");

    [Theory]
    [InlineData("shop.json", "shop")]
    [InlineData("shop.production.json", "shop")]
    [InlineData("shop_floor.staging.json", "shop_floor")]
    [InlineData("SHOP_floor.json", "shop_floor")]
    public Task Of_several_the_one_with_the_longest_common_name_counts(string config, string expected) =>
        AssertHeldAgainst(expected, config);

    [Theory]
    [InlineData("./other.schema.json")]
    [InlineData("https://example.com/schemas/other.schema.json")]
    public Task The_schema_that_a_config_names_counts_before_its_file_name(string reference) =>
        AssertHeldAgainst("other", "shop.json", reference);

    [Theory]
    [InlineData("deep/other.schema.json")]
    [InlineData("deep\\other.schema.json")]
    [InlineData("/app/deep/../deep/other.schema.json")]
    public Task The_schema_that_the_project_names_counts_first(string path) =>
        AssertHeldAgainst("other", "shop.json", "./shop.schema.json", ("Schema", path));

    [Fact]
    public async Task A_single_schema_is_the_schema_whatever_its_name() => Assert.Equal(
        ["SLOW3003 Section 'other' is declared in other.schema.json and not in this config, so every host gets "
            + "the default"],
        await DriftTest.Messages(new(Other, TestFile.Config("""{ "$schema": "elsewhere.json" }""", "/app/shop.json"))));

    [Theory]
    [InlineData("config.json", "{}")]
    [InlineData("config.json", """{ "$schema": "./elsewhere.json" }""")]
    public async Task SLOW3012_a_config_that_may_belong_to_several_is_reported(string name, string text) =>
        Assert.Equal(
            ["SLOW3012 It isn't known which schema this config belongs to; add Schema=\"...\" to its SlowrollConfig "
                + "item, with one of 'shop.schema.json', 'shop_floor.schema.json', 'other.schema.json'"],
            await DriftTest.Messages(new(Shop, ShopFloor, Other, TestFile.Config(text, $"/app/{name}"))));

    [Fact]
    public async Task SLOW3012_a_schema_that_the_project_does_not_have_is_reported() => Assert.Equal(
        ["SLOW3012 The SlowrollConfig item says Schema=\"sop.schema.json\", and the project has no such "
            + "SlowrollSchema item; it has 'shop.schema.json'"],
        await DriftTest.Messages(new(Shop, TestFile.Config("{}", "/app/shop.json", ("Schema", "sop.schema.json")))));

    [Theory]
    [InlineData("SlowrollAsOf", "tomorrow",
        "SlowrollAsOf: 'tomorrow' is no day and no time. Write a day like '2030-01-31', or a time like "
            + "'2030-01-31 12:00Z'.")]
    [InlineData("SlowrollAsOf", "2026-02-30", "SlowrollAsOf: '2026-02-30' is no day and no time.")]
    [InlineData("SlowrollAsOf", "2030-03-8 ", "SlowrollAsOf: '2030-03-8 ' is no day and no time.")]
    [InlineData("SlowrollGracePeriod", "30", "SlowrollGracePeriod: '30' is no duration")]
    [InlineData("SlowrollGracePeriod", "-1d", "SlowrollGracePeriod: '-1d' is negative")]
    public async Task SLOW3012_a_setting_that_can_not_be_read_is_reported(string property, string value, string message)
    {
        var found = Assert.Single(
            await DriftTest.Messages(new(TestFile.Config("{}")) { Properties = [(property, value)] }));

        Assert.StartsWith($"SLOW3012 {message}", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SLOW3012_a_setting_that_can_not_be_read_is_reported_once_for_all_configs() => Assert.Single(
        await DriftTest.Messages(new(TestFile.Config("{}", "/app/a.json"), TestFile.Config("{}", "/app/b.json"))
        {
            Properties = [("SlowrollAsOf", "tomorrow")]
        }));

    private static async Task AssertHeldAgainst(
        string expected, string config, string? reference = null, params (string, string)[] metadata)
    {
        var text = reference is null ? "{}" : $$"""{ "$schema": "{{reference}}" }""";
        var found = Assert.Single(
            await DriftTest.Messages(new(Shop, ShopFloor, Other, TestFile.Config(text, $"/app/{config}", metadata))));

        Assert.StartsWith($"SLOW3003 Section '{expected}' is declared", found, StringComparison.Ordinal);
    }

    private static TestFile Schema(string section, string path) => TestFile.Schema(
        $$"""{ "properties": { "{{section}}": { "properties": { "a": { "$ref": "slowroll.schema.json#/$defs/boolean" } } } } }""",
        path);
}
