using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>What <c>required</c> says of a record, wherever it is said.</summary>
public class RecordReaderTests
{
    [Theory]
    [InlineData("""{ "type": "object", "properties": { "text": {} }, "required": ["text", [|"txet"|]] }""")]
    [InlineData("""{ "allOf": [{ "properties": { "text": {} }, "required": ["text"] }], "required": [[|"width"|]] }""")]
    [InlineData("""{ "properties": { "text": {} }, "required": ["text"], "allOf": [{ "required": [[|"width"|]] }] }""")]
    public Task A_required_member_that_a_record_does_not_have_is_reported_at_its_name(string type) =>
        AssertReports("SLOW1003", OneFlag.Schema(type, """{ "text": 1 }"""));

    [Fact]
    public async Task The_message_says_which_name_may_be_meant() => Assert.Equal(
        "Flag 'features.the_flag' has no C# type: it requires \"txet\", which is none of its \"properties\"; add it "
            + "there, or write \"text\"",
        Assert.Single(
            await OneFlag.Project("""{ "properties": { "text": {} }, "required": ["txet"] }""", "{}").Analyze())
            .GetMessage(CultureInfo.InvariantCulture));

    [Fact]
    public void Every_layer_may_require_a_member()
    {
        OneFlag flag = new(OneFlag.Project(
            """
            {
              "required": ["a"],
              "allOf": [{ "properties": { "a": { "type": "integer" }, "b": { "type": "integer" } }, "required": ["b"] }]
            }
            """,
            """{ "a": 1, "b": 2 }"""));

        Assert.Equal("""{"A":3,"B":4}""", OneFlag.Print(flag.Ask("""{ "a": 3, "b": 4 }""").Value));
        Assert.Contains("has no \"a\".", flag.Ask("""{ "b": 4 }""").Error, StringComparison.Ordinal);
        Assert.Contains("has no \"b\".", flag.Ask("""{ "a": 3 }""").Error, StringComparison.Ordinal);
    }
}
