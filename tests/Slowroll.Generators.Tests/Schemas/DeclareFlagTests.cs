using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Schemas;

public class DeclareFlagTests
{
    private const string Schema = """
        {
          "properties": {
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean" } // the first
              }
            }
          }
        }
        """;

    [Fact]
    public async Task SLOW3002_a_flag_is_declared_with_the_type_of_its_values()
    {
        using UserSolution solution =
            new(Shop("""{ "features": { "on": { "stable": true }, "cli": { "stable": "1.0" } } }"""));

        Assert.True(await solution.FixAsync(new DeclareFlag()));

        Assert.Equal(
            Schema.Replace("boolean\" } //", """
                boolean" },
                        "cli": {
                          "$ref": "slowroll.schema.json#/$defs/string",
                          "default": { "stable": "1.0" }
                        } //
                """, StringComparison.Ordinal),
            solution["/Shop/app.schema.json"]);
        Assert.Empty(await solution.FindAsync());
    }

    [Fact]
    public async Task SLOW3002_the_fix_names_the_schema()
    {
        using UserSolution solution =
            new(Shop("""{ "features": { "on": { "stable": true }, "cli": { "stable": "1.0" } } }"""));

        Assert.Equal("Declare it in app.schema.json",
            Assert.Single(await solution.OfferedAsync(new DeclareFlag())).Title);
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task SLOW3002_many_flags_and_sections_of_two_configs_are_declared_in_one_schema(FixAllScope scope)
    {
        using UserSolution solution = new(Shop(
            """{ "features": { "on": { "stable": true }, "a": { "stable": 1 }, "b": { "stable": 2 } }, "limits": { "c": { "stable": 3 } } }""",
            """{ "features": { "on": { "stable": true }, "b": { "stable": 2 }, "d": { "stable": 4 } }, "limits": { "c": { "stable": 3 }, "e": { "stable": 5 } } }"""));

        await solution.FixAllAsync(new DeclareFlag(), scope);

        // Each config lacks what only the other one has, and that is all there is to say.
        Assert.All(await solution.FindAsync(), diagnostic => Assert.Equal("SLOW3003", diagnostic.Id));
        Assert.Equal("on a b d c e", string.Join(' ', Declared(solution["/Shop/app.schema.json"])));
    }

    [Fact]
    public async Task SLOW3002_a_schema_that_two_projects_share_is_one_text()
    {
        var file = TestFile.Schema(Schema, "/shared/app.schema.json");
        using UserSolution solution = new(
            new UserProject("Shop", file, TestFile.Config(
                """{ "features": { "on": { "stable": true }, "a": { "stable": 1 } } }""", "/Shop/app.json")),
            new UserProject("Office", file, TestFile.Config(
                """{ "features": { "on": { "stable": true }, "b": { "stable": 2 } } }""", "/Office/app.json")));

        await solution.FixAllAsync(new DeclareFlag(), FixAllScope.Solution);

        Assert.Equal("on a b", string.Join(' ', Declared(solution["/shared/app.schema.json"])));
    }

    [Theory]
    [InlineData("""{ "properties": { "features": { "type": "string" } } }""",
        """{ "features": { "a": { "stable": 1 } } }""")]
    [InlineData(Schema, """{ "features": { "on": { "stable": true }, "a": 5 } }""")]
    [InlineData(Schema, """{ "features": { "on": { "stable": true } }, "limits": { } }""")]
    public async Task SLOW3002_what_can_not_be_declared_has_no_fix(string schema, string config)
    {
        using UserSolution solution = new(new UserProject(
            "Shop", TestFile.Schema(schema, "/Shop/app.schema.json"), TestFile.Config(config, "/Shop/app.json")));

        Assert.Contains(await solution.FindAsync(), diagnostic => diagnostic.Id == "SLOW3002");
        Assert.Empty(await solution.OfferedAsync(new DeclareFlag()));
    }

    private static UserProject Shop(params IReadOnlyList<string> configs) => new("Shop",
    [
        TestFile.Schema(Schema, "/Shop/app.schema.json"),
        .. configs.Select((config, index) => TestFile.Config(config, $"/Shop/app.{index}.json")),
    ]);

    private static IEnumerable<string> Declared(string schema) =>
        Slowroll.Schemas.Reading.SchemaReader
            .Read(schema, new() { FileName = "", Namespace = "", Name = "App", IsPublic = false })
            .Model!.Flags.Select(flag => flag.Key);
}
