using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Emitting;

/// <summary>Enums, records and lists: from the schema's default and from a config's JSON to the value that the program
/// gets.</summary>
public class TypesEmitterTests
{
    [Fact]
    public Task The_defaults_are_those_of_the_schema() => AssertPrints(
        "Light | Hello \"you\" Dark   1 https://example.com/ | eu,us |  | ",
        """
        return Say(AppFeatures.Defaults);
        """);

    [Fact]
    public Task The_values_are_those_of_the_config() => AssertPrints(
        "Dark | Bye Light 7 2030-03-15 2 https://a.example/ |  | 1 null | ExtraLarge",
        """
        return Say(Over(@"{ 'ui': {
            'theme': { 'stable': 'dark' },
            'banner': { 'stable': { 'text': 'Bye', 'theme': 'light', 'width': 7, 'until': '2030-03-15', 'unknown': [1],
                'links': [{ 'url': 'https://a.example/' }, { 'url': 'https://b.example/', 'old': true }] } },
            'regions': { 'stable': [] },
            'weights': { 'stable': [1, null] },
            'size': { 'stable': 'extra large' } } }"));
        """);

    [Theory]
    [InlineData("'theme': { 'stable': 'blue' }", "which is no Theme")]
    [InlineData("'theme': { 'stable': 7 }", "which is no Theme")]
    [InlineData("'banner': { 'stable': { 'width': 7 } }", "'stable' has no \"text\".")]
    [InlineData("'banner': { 'stable': { 'text': 'x', 'width': 'wide' } }",
        "'stable.width' is \"wide\", which is no integer of 32 bits.")]
    [InlineData("'banner': { 'stable': { 'text': 'x', 'theme': 'blue' } }",
        "'stable.theme' is \"blue\", which is no Theme.")]
    [InlineData("'banner': { 'stable': { 'text': 'x', 'links': [{}] } }", "'stable.links[0]' has no \"url\".")]
    [InlineData("'banner': { 'stable': { 'text': null } }", "'stable.text' is null, which is no string.")]
    [InlineData("'banner': { 'stable': 'x' }", "'stable' is \"x\", which is no Banner.")]
    [InlineData("'banner': { 'stable': { '\\ud800': 1, 'text': '\\ud800' } }",
        "'stable.text' is \"\\\\ud800\", which is no string.")]
    [InlineData("'regions': { 'stable': ['eu', 7] }", "'stable[1]' is 7, which is no string.")]
    [InlineData("'regions': { 'stable': 'eu' }", "'stable' is \"eu\", which is no list of what the schema says.")]
    public Task A_value_that_does_not_fit_leaves_the_flag_at_its_default(string flag, string why) => AssertPrints(
        "True True",
        $$"""
        var flags = Over(@"{ 'ui': { {{flag}} } }");
        var said = flags.Explain(AppFeatures.Keys.Theme, "h").Error + flags.Explain(AppFeatures.Keys.Banner, "h").Error + flags.Explain(AppFeatures.Keys.Regions, "h").Error;
        return $"{Say(flags) == Say(AppFeatures.Defaults)} {said.Contains("{{why.Replace("\"", "\\\"", StringComparison.Ordinal)}}")}";
        """);

    [Fact]
    public Task A_list_is_everybodys_and_no_cast_makes_it_writable() => AssertPrints(
        "True True True True",
        """
        static bool IsSafe<T>(System.Collections.Generic.IReadOnlyList<T> list) => list is not T[] && ((System.Collections.Generic.IList<T>)list).IsReadOnly;
        var read = Over(@"{ 'ui': { 'regions': { 'stable': ['eu'] }, 'banner': { 'stable': { 'text': 'x', 'links': [{ 'url': 'https://a.example/' }] } } } }");
        return $"{IsSafe(AppFeatures.Defaults.Regions("h"))} {IsSafe(AppFeatures.Defaults.Banner("h").Links)} {IsSafe(read.Regions("h"))} {IsSafe(read.Banner("h").Links)}";
        """);

    [Fact]
    public Task They_ramp_and_can_be_given_in_tests_and_frozen_like_any_other() => AssertPrints(
        "Dark Light Dark x True",
        """
        var flags = Over(@"{ 'ui': { 'theme': { 'stable': 'light', 'new': 'dark', 'early_adopters': ['ada'] } } }");
        var given = AppFeatures.Fixed(new() { Theme = AppFeatures.Types.Theme.Dark, Banner = new() { Text = "x" } }).Freeze();
        return $"{flags.Theme("ada")} {flags.Freeze().Theme("bob")} {given.Theme("bob")} {given.Banner("bob").Text} {given.Banner("a") == new AppFeatures.Types.Banner { Text = "x", Links = given.Banner("b").Links }}";
        """);

    [Fact]
    public void A_shared_type_is_printed_once() =>
        Assert.Single(
            TestProject.WithSchema(SampleSchemas.Typed).Generate()["Acme.Web.AppFeatures-Types.g.cs"].Split('\n'),
            line => line.Contains("enum Theme", StringComparison.Ordinal));

    private static Task AssertPrints(string expected, string body) => UserCode.AssertPrints(
        expected,
        body,
        """
        private static AppFeatures Over(string json) =>
            new(SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(json.Replace('\'', '"'))));

        private static string Say(AppFeatures flags)
        {
            var banner = flags.Banner("h");
            var links = banner.Links.Count == 0 ? "" : $"{banner.Links.Count} {banner.Links[0].Url}";
            var until = banner.Until?.ToString("O");
            var weights = string.Join(" ", flags.Weights("h").Select(weight => weight?.ToString() ?? "null"));
            return $"{flags.Theme("h")} | {banner.Text} {banner.Theme} {banner.Width} {until} {links} | {string.Join(",", flags.Regions("h"))} | {weights} | {flags.Size("h")}";
        }
        """,
        TestFile.Schema(SampleSchemas.Typed));
}
