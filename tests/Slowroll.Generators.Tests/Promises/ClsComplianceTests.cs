using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>Public flags in an assembly whose public types are for all languages. Every warning is an error
/// here.</summary>
public class ClsComplianceTests
{
    private const string Compliant = "[assembly: System.CLSCompliant(true)]";

    [Fact]
    public void Public_flags_of_such_an_assembly_say_that_they_are_not()
    {
        var project = Project(Compliant, "public");

        CompilingTests.AssertCompiles(project);
        Assert.Contains("CLSCompliant(false)", string.Concat(project.Generate().Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "public")]
    [InlineData("[assembly: System.CLSCompliant(false)]", "public")]
    [InlineData(Compliant, "internal")]
    public void Others_say_nothing(string assembly, string visibility)
    {
        var project = Project(assembly, visibility);

        CompilingTests.AssertCompiles(project);
        Assert.DoesNotContain("CLSCompliant", string.Concat(project.Generate().Values), StringComparison.Ordinal);
    }

    // Two schemas: what both add to the class Flags must not say it twice of that.
    private static TestProject Project(string assembly, string visibility) => new(
        TestFile.Schema(SampleSchemas.Typed, "/app/one.schema.json", ("Visibility", visibility),
            ("Url", "https://example.com/a.json")),
        TestFile.Schema(SampleSchemas.Rich, "/app/two.schema.json", ("Visibility", visibility)))
    {
        Sources = [assembly],
        References = [.. Runtime.References, .. Runtime.Hosting],
    };
}
