using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.CodeRules;

public class ProjectSchemasTests
{
    private const string Question = "config.GetFlag(\"features\", \"install_to_opt_foo\", false);";

    [Theory]
    [InlineData("config.Freeze();", 0)]
    [InlineData(Question, 1)]
    [InlineData(Question + Question + Question, 1)]
    public async Task A_schema_is_read_when_the_first_flag_is_named_and_once(string statements, int reads)
    {
        TestFile schema = TestFile.Schema(SampleSchemas.Small);

        await new TestProject(schema)
        {
            Sources = [$$"""class Program { void Main(Slowroll.SlowrollConfig config) { {{statements}} } }"""],
        }.Analyze(new FlagUseAnalyzer());

        Assert.Equal(reads, schema.Reads);
    }
}
