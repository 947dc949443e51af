using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

public class ValueTypeReaderTests
{
    private const string Both = """ "properties": { "n": { "type": "integer" } }, "items": { "type": "integer" } """;

    [Fact]
    public Task Without_a_type_it_is_not_known_which_of_the_two_it_is() =>
        AssertReports("SLOW1003", OneFlag.Schema($$"""[|{ {{Both}} }|]""", "{}"));

    [Theory]
    [InlineData("object", "{ \"n\": 1 }")]
    [InlineData("array", "[1]")]
    public Task With_a_type_the_other_one_says_nothing(string type, string @default) =>
        AssertReports("", OneFlag.Schema($$"""{ "type": "{{type}}", {{Both}} }""", @default));
}
