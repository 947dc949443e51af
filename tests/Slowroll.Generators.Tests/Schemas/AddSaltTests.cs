using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Schemas;

// The first of January 2031 counts as now.
public class AddSaltTests
{
    private const string Schema = """
        { "properties": { "features": { "properties": {
          "a": { "$ref": "slowroll.schema.json#/$defs/boolean" },
          "b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
          "c": { "$ref": "slowroll.schema.json#/$defs/boolean" }
        } } } }
        """;

    private const string Begun =
        """ "stable": false, "new": true, "start_time": "2030-12-20 00:00Z", "duration": "60d" """;

    [Fact]
    public async Task SLOW3020_the_flag_that_has_not_begun_gets_its_name_as_its_salt()
    {
        using UserSolution solution = new(Shop($$"""
            {
              "features": {
                "a": { "stable": false, "new": true, "start_time": "2031-01-20 00:00Z", "duration": "14d", }, // later
                "b": { {{Begun}} }
              }
            }
            """));

        Assert.Equal("Add a salt to 'a'", Assert.Single(await solution.OfferedAsync(new AddSalt())).Title);
        Assert.True(await solution.FixAsync(new AddSalt()));

        Assert.Equal(
            $$"""
            {
              "features": {
                "a": { "stable": false, "new": true, "start_time": "2031-01-20 00:00Z", "duration": "14d", "salt": "features.a", }, // later
                "b": { {{Begun}} }
              }
            }
            """,
            solution["/Shop/app.json"]);
        Assert.DoesNotContain(await solution.FindAsync(), found => found.Id == "SLOW3020");
    }

    [Fact]
    public async Task SLOW3020_two_flags_that_have_begun_keep_their_order()
    {
        using UserSolution solution = new(Shop($$"""
            { "features": {
              "a": { "stable": false, "new": true, "start_time": "2031-01-01 00:00Z", "duration": "14d" },
              "b": { {{Begun}} }
            } }
            """));

        Assert.Contains(await solution.FindAsync(), found => found.Id == "SLOW3020");
        Assert.Empty(await solution.OfferedAsync(new AddSalt()));
    }

    [Fact]
    public async Task SLOW3020_all_that_have_not_begun_get_a_salt_together()
    {
        using UserSolution solution = new(Shop($$"""
            { "features": {
              "a": { "stable": false, "new": true, "start_time": "2031-01-20 00:00Z", "duration": "14d" },
              "b": { {{Begun}} },
              "c": {
                "stable": false, "new": true, "start_time": "2031-01-21 00:00Z",
                "steps": [{ "pct": 1, "hold": "1d" }, { "pct": 100 }]
              }
            } }
            """));

        await solution.FixAllAsync(new AddSalt(), FixAllScope.Project);

        Assert.DoesNotContain(await solution.FindAsync(), found => found.Id == "SLOW3020");
        Assert.Contains("\"salt\": \"features.a\"", solution["/Shop/app.json"], StringComparison.Ordinal);
        Assert.Contains("\"salt\": \"features.c\"", solution["/Shop/app.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("features.b", solution["/Shop/app.json"], StringComparison.Ordinal);
    }

    private static UserProject Shop(string config) => new(
        "Shop", TestFile.Schema(Schema, "/Shop/app.schema.json"), TestFile.Config(config, "/Shop/app.json"));
}
