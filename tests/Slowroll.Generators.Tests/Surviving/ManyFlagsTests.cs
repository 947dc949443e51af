using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Drift;

namespace Slowroll.Generators.Tests.Surviving;

public class ManyFlagsTests
{
    private const int Flags = 10_000;

    [Fact]
    public async Task Ten_thousand_flags_are_all_looked_at()
    {
        var found = await DriftTest.Analyze(Project(flag => flag % 100 == 0 ? "yes" : "true"));

        Assert.Equal(Flags / 100, found.Count);
        Assert.All(found, each => Assert.Equal("SLOW3004", each.Id));
    }

    // Comparing ten thousand names with ten thousand others would take minutes.
    [Fact]
    public async Task Ten_thousand_flags_of_another_schema_are_reported_in_time()
    {
        var project = Project(_ => "true");
        var config = project.Files[1].GetText().ToString().Replace("flag_", "flog_", StringComparison.Ordinal);

        var found = await DriftTest.Analyze(new(project.Files[0], TestFile.Config(config)))
            .WaitAsync(TimeSpan.FromSeconds(30));

        // All are unknown here, and all but the first twenty missing there: those are taken for misspelled of the
        // finger.
        Assert.StartsWith(
            "Of 19,980 findings",
            Assert.Single(found, each => each.Id == "SLOW3012").GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static TestProject Project(Func<int, string> stable) => new(
        TestFile.Schema($$"""
            { "properties": { "features": { "properties": {
            {{string.Join(",\n", Enumerable.Range(0, Flags).Select(flag => $$"""    "flag_{{flag}}": { "$ref": "slowroll.schema.json#/$defs/boolean", "description": "Number {{flag}}." }"""))}}
            } } } }
            """),
        TestFile.Config($$"""
            { "features": {
            {{string.Join(",\n", Enumerable.Range(0, Flags).Select(flag => $$"""    "flag_{{flag}}": { "stable": {{(stable(flag) == "yes" ? "\"yes\"" : "true")}}, "new": false, "end_time": "2030-03-15 00:00Z", "duration": "14d", "early_adopters": ["fir"], "salt": "{{flag}}" }"""))}}
            } }
            """));
}
