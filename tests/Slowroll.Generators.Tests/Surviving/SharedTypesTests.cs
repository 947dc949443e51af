using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Generators.Tests.Surviving;

public class SharedTypesTests
{
    private static readonly SchemaClass App =
        new() { FileName = "app.schema.json", Namespace = "Acme", Name = "App", IsPublic = false };

    [Theory]
    [InlineData("\"default\": { \"stable\": {} }", "SLOW1007")]
    [InlineData("\"description\": \"without a default\"", "SLOW1006")]
    public async Task Survive_77_types_that_refer_to_the_next_one_twice_each_are_read_once_each(
        string member, string rule)
    {
        var levels = Enumerable.Range(0, 40).Select(level => $$$"""
            "T{{{level}}}": {
              "type": "object",
              "required": ["a", "b"],
              "properties": { "a": { "$ref": "#/$defs/T{{{level + 1}}}" }, "b": { "$ref": "#/$defs/T{{{level + 1}}}" } }
            },
            """);
        var schema = $$"""
            {
              "properties": {
                "features": {
                  "properties": {
                    "deep": {
                      "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                      "properties": { "stable": { "$ref": "#/$defs/T0" } },
                      {{member}}
                    }
                  }
                }
              },
              "$defs": { {{string.Concat(levels)}} "T40": { "type": "integer" } }
            }
            """;

        // Twice as long with every level, it would take days.
        var read = await Task.Run(() => SchemaReader.Read(schema, App)).WaitAsync(TimeSpan.FromMinutes(1));

        var problem = Assert.Single(read.Problems);
        Assert.Equal(rule, problem.Rule.Id);
        Assert.All(problem.Arguments, argument => Assert.True(argument.Length < 1000));
    }
}
