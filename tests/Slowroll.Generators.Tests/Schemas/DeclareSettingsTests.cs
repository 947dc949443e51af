using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Removal;

namespace Slowroll.Generators.Tests.Schemas;

public class DeclareSettingsTests
{
    private const string Schema = """
        {
          "properties": {
            "features": { "properties": { "on": { "$ref": "../base/slowroll.schema.json#/$defs/boolean" } } } // all
          },
          "additionalProperties": false
        }
        """;

    private const string Config = """{ "$slowroll": { }, "features": { "on": { "stable": true } } }""";

    [Fact]
    public async Task SLOW3021_the_settings_of_two_configs_are_declared_once_with_the_path_of_the_file()
    {
        using UserSolution solution = new(new UserProject(
            "Shop",
            TestFile.Schema(Schema, "/Shop/app.schema.json"),
            TestFile.Config(Config, "/Shop/app.json"),
            TestFile.Config(Config, "/Shop/app.staging.json")));

        Assert.Equal(
            ["Declare the settings in app.schema.json", "Declare the settings in app.schema.json"],
            (await solution.OfferedAsync(new DeclareSettings())).Select(action => action.Title));
        await solution.FixAllAsync(new DeclareSettings(), FixAllScope.Project);

        Assert.Equal(
            Schema.Replace(
                " } // all",
                " },\n    \"$slowroll\": { \"$ref\": \"../base/slowroll.schema.json#/$defs/settings\" } // all",
                StringComparison.Ordinal),
            solution["/Shop/app.schema.json"]);
        Assert.Empty(await solution.FindAsync());
    }
}
