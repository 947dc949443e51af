using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

public class CompilingTests
{
    [Theory]
    [InlineData(NullableContextOptions.Enable, LanguageVersion.CSharp12)]
    [InlineData(NullableContextOptions.Disable, LanguageVersion.CSharp12)]
    [InlineData(NullableContextOptions.Disable, LanguageVersion.CSharp11)]
    public void Survive_83_every_value_type_compiles_without_a_warning(
        NullableContextOptions nullable, LanguageVersion language) =>
        AssertCompiles(new TestProject(
            TestFile.Schema(SampleSchemas.Rich),
            TestFile.Schema(SampleSchemas.Typed, "/app/typed.schema.json"),
            TestFile.Schema(SampleSchemas.Hostile, "/app/hostile.schema.json"))
        {
            Nullable = nullable,
            LanguageVersion = language,
        });

    [Fact]
    public void A_public_class_has_a_comment_on_every_member() =>
        AssertCompiles(
            new TestProject(TestFile.Schema(SampleSchemas.Rich, "/app/a.schema.json", ("Visibility", "public"))));

    [Fact]
    public void A_deprecated_flag_is_obsolete_to_its_callers_only()
    {
        var errors = new TestProject(TestFile.Schema(SampleSchemas.Rich))
        {
            Sources = ["class C { bool M() => Acme.Web.Flags.AppFeatures.OldWay(\"a\"); }"],
        }.Compile(out _);

        Assert.Contains(
            "Flag features.old_way is deprecated in its schema.", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme.Slowroll.System")]
    [InlineData("System")]
    [InlineData("Slowroll")]
    [InlineData("Acme.class.2nd-try")]
    [InlineData("Acme.AppFeatures")]
    [InlineData("Acme.Flags")]
    [InlineData("")]
    public void Any_root_namespace_compiles(string rootNamespace) =>
        AssertCompiles(new TestProject(TestFile.Schema(SampleSchemas.Rich)) { RootNamespace = rootNamespace });

    [Fact]
    public void An_enum_with_the_Flags_attribute_compiles_beside_the_Flags_class() => AssertCompiles(
        new TestProject(TestFile.Schema(SampleSchemas.Small))
        {
            Sources = ["using System; namespace Acme.Web; [Flags] enum Permissions { Read = 1, Write = 2 }"],
        });

    [Fact]
    public void Classes_of_both_visibilities_and_of_two_namespaces_live_together() => AssertCompiles(new TestProject(
        TestFile.Schema(SampleSchemas.Small, "/app/one.schema.json", ("Visibility", "public")),
        TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json"),
        TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json", ("Namespace", "Acme.Mobile")))
    {
        Sources = ["""
            class Program
            {
                bool One() => Acme.Web.Flags.One.InstallToOptFoo("a") && Acme.Web.Flags.Two.InstallToOptFoo("a");
                bool Two() => Acme.Mobile.Flags.Two.InstallToOptFoo("a");
            }
            """],
    });

    [Theory]
    [InlineData("flags.schema.json", "FlagsFlags")]
    [InlineData("config.schema.json", "ConfigFlags")]
    [InlineData("keys.json", "KeysFlags")]
    [InlineData("system.schema.json", "System")]
    [InlineData("slowroll.json", "Slowroll")]
    public void Survive_74_a_file_named_like_one_of_our_own_members_makes_a_class_that_compiles(
        string file, string className)
    {
        TestProject project = new(TestFile.Schema(SampleSchemas.Small, $"/app/{file}"));

        AssertCompiles(project);
        Assert.Contains($"Acme.Web.{className}.g.cs", project.Generate().Keys);
    }

    [Fact]
    public void Survive_80_ten_thousand_flags_compile_in_parts_of_a_hundred()
    {
        var project = TestProject.WithSchema(SampleSchemas.WithFlags(10_000));

        AssertCompiles(project);
        Assert.Equal(101, project.Generate().Count);
    }

    // Said by hand: a list would be shown cut off before the error.
    internal static void AssertCompiles(TestProject project)
    {
        var found = project.Compile(out _);
        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
