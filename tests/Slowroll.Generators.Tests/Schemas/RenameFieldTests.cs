using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Schemas;

public class RenameFieldTests
{
    private const string Schema = """
        { "properties": { "features": { "properties": {
          "on": { "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": true } }
        } } } }
        """;

    [Theory]
    [InlineData("start_tme")]
    [InlineData("st\\u0061rt-time")]
    public async Task SLOW3019_the_field_gets_the_name_that_was_meant(string name)
    {
        const string Correct = """
            // the first
            { "features": { "on": { "stable": true, "new": false, "start_time": "2030-03-15 00:00Z", "duration": "1d", "note": "\ud800" }, } }
            """;
        using UserSolution solution = new(Shop(Correct.Replace("start_time", name, StringComparison.Ordinal)));

        Assert.True(await solution.FixAsync(new RenameField()));

        Assert.Equal(Correct, solution["/Shop/app.json"]);
    }

    [Theory]
    [InlineData(""" "step": [{ "pct": 100 }], "steps": [{ "pct": 100 }] """)]
    [InlineData(""" "step": [{ "pct": 100 }], "stepss": [{ "pct": 100 }] """)]
    public async Task SLOW3019_a_name_that_would_be_there_twice_has_no_fix(string fields)
    {
        using UserSolution solution = new(Shop($$"""{ "features": { "on": { "stable": true, {{fields}} } } }"""));

        Assert.Contains(await solution.FindAsync(), found => found.Id == "SLOW3019");
        Assert.Empty(await solution.OfferedAsync(new RenameField()));
    }

    [Fact]
    public async Task SLOW3019_all_fields_of_a_project_are_renamed_together()
    {
        using UserSolution solution = new(new UserProject(
            "Shop",
            TestFile.Schema(
                Schema.Replace("true }", "true, \"hour\": \"Mon 08:00-16:00Z\" }", StringComparison.Ordinal),
                "/Shop/app.schema.json"),
            TestFile.Config(
                """{ "features": { "on": { "stabel": true, "new": false, "early_adopter": ["fir"] } } }""",
                "/Shop/app.json")));

        await solution.FixAllAsync(new RenameField(), FixAllScope.Project);

        Assert.Equal(
            """{ "features": { "on": { "stable": true, "new": false, "early_adopters": ["fir"] } } }""",
            solution["/Shop/app.json"]);
        Assert.Contains("\"hours\"", solution["/Shop/app.schema.json"], StringComparison.Ordinal);
    }

    private static UserProject Shop(string config) => new(
        "Shop", TestFile.Schema(Schema, "/Shop/app.schema.json"), TestFile.Config(config, "/Shop/app.json"));
}
