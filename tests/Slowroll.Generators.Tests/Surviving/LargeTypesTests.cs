using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>What a schema has by the thousand costs the compiler time in proportion: no switch and no condition has
/// thousands of parts, since its time grows with their square.</summary>
public class LargeTypesTests
{
    private const int Few = 16, Many = 10_000;

    [Fact]
    public void An_enum_of_ten_thousand_texts_compiles_as_a_table()
    {
        var project = WithEnum(Many);

        Assert.DoesNotContain(
            "switch", project.Generate()["Acme.Web.AppFeatures-Types.g.cs"], StringComparison.Ordinal);
        LoadedProject.Load(project);
    }

    [Fact]
    public void A_record_of_a_thousand_members_compiles_as_steps()
    {
        var project = WithRecord(1_000);

        Assert.DoesNotContain("&&", project.Generate()["Acme.Web.AppFeatures-Types.g.cs"], StringComparison.Ordinal);
        LoadedProject.Load(project);
    }

    [Theory]
    [InlineData(Few)]
    [InlineData(Few + 1)]
    public void An_enum_is_read_alike_in_either_form(int count)
    {
        var flag = new OneFlag(WithEnum(count));

        Assert.Equal("\"V0\"", Read(flag, "\"v0\""));
        Assert.Equal($"\"V{count - 1}\"", Read(flag, $"\"v{count - 1}\""));
        Assert.Equal("\"V1\"", Read(flag, $"\"v{count}\"")); // the default
        Assert.Equal("\"V1\"", Read(flag, "null"));
        Assert.Equal("\"V1\"", Read(flag, "7"));
    }

    [Theory]
    [InlineData(Few)]
    [InlineData(Few + 1)]
    public void A_record_is_read_alike_in_either_form(int count)
    {
        var flag = new OneFlag(WithRecord(count));

        Assert.Contains(
            $"\"M{count - 1}\":7", Read(flag, $$"""{ "m0": 5, "m{{count - 1}}": 7 }"""), StringComparison.Ordinal);
        // M0 is required, and the default has 1 for it.
        Assert.Contains("\"M0\":1,", Read(flag, "{}"), StringComparison.Ordinal);
        Assert.Contains("\"M0\":1,", Read(flag, $$"""{ "m0": 5, "m{{count - 1}}": "7" }"""), StringComparison.Ordinal);
        Assert.Contains("\"M0\":1,", Read(flag, "null"), StringComparison.Ordinal);
    }

    private static string Read(OneFlag flag, string json) => OneFlag.Print(flag.Ask(json).Value);

    private static TestProject WithEnum(int count) => OneFlag.Project(
        $$"""{ "enum": [{{string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"v{i}\""))}}] }""", "\"v1\"");

    private static TestProject WithRecord(int count) => OneFlag.Project(
        $$"""{ "required": ["m0"], "properties": { {{string.Join(", ", Enumerable.Range(0, count).Select(i => $$"""  "m{{i}}": { "type": "integer" }"""))}} } }""",
        """{ "m0": 1 }""");
}
