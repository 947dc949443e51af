using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>Thousands of flags that share one enum of thousands of values.</summary>
public class SharedEnumTests
{
    private const int Many = 4_000;

    private static readonly SchemaClass App =
        new() { FileName = "app.schema.json", Namespace = "Acme", Name = "App", IsPublic = false };

    // Held against its own values by every flag, the enum would take many minutes.
    [Fact]
    public async Task Survive_80_they_are_read_in_no_time()
    {
        var read = await Task.Run(() => SchemaReader.Read(Schema($"v{Many - 1}"), App))
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(read.Problems);
        Assert.Equal(Many, read.Model!.Flags.Count);
    }

    [Fact]
    public void Survive_80_a_message_does_not_list_thousands_of_values()
    {
        var problems = SchemaReader.Read(Schema("other"), App).Problems;

        Assert.Equal(Many, problems.Count);
        Assert.EndsWith($"\"v18\", \"v19\" and {Many - 20} more", problems[0].Arguments[1], StringComparison.Ordinal);
    }

    private static string Schema(string @default) => SampleSchemas.WithMembers(
        List(i => $$"""
            "flag_{{i}}": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": { "stable": { "$ref": "#/$defs/Value" } },
              "default": { "stable": "{{@default}}" }
            }
            """),
        $$""" "$defs": { "Value": { "enum": [{{List(i => $"\"v{i}\"")}}] } } """);

    private static string List(Func<int, string> item) => string.Join(",", Enumerable.Range(0, Many).Select(item));
}
