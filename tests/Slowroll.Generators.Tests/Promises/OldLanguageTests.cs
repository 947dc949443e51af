using Microsoft.CodeAnalysis.CSharp;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

public class OldLanguageTests
{
    // What the package's targets ask of a project, so that they and the emitted text can't disagree.
    private const LanguageVersion Oldest = LanguageVersion.CSharp11;

    [Fact]
    public void Survive_83_every_type_compiles_in_the_oldest_language() =>
        CompilingTests.AssertCompiles(TestProject.WithSchema(SampleSchemas.Typed) with { LanguageVersion = Oldest });

    [Fact]
    public void Survive_83_a_language_that_is_older_is_asked_to_be_that_one()
    {
        var told = (TestProject.WithSchema(SampleSchemas.Typed) with { LanguageVersion = Oldest - 100 }).Compile(out _);

        Assert.NotEmpty(told);
        Assert.All(told, error => Assert.Matches("Please use language version '?11.0'? or greater", error));
    }
}
