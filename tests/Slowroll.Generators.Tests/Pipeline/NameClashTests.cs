using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Pipeline;

/// <summary>Names that generated code needs and a project has already, or another project has that it sees.</summary>
public class NameClashTests
{
    [Theory]
    [InlineData("namespace Acme.Web; [System.Flags] enum Flags { None }", "'Acme.Web.Flags' is a type of this project")]
    [InlineData("namespace Acme.Web; static class Flags { }",
        "'Acme.Web.Flags' is a class of this project that is not partial")]
    [InlineData("namespace Acme.Web; partial struct Flags { }", "'Acme.Web.Flags' is a type of this project")]
    [InlineData("namespace Acme.Web; partial record Flags { }", "'Acme.Web.Flags' is a type of this project")]
    [InlineData("namespace Acme.Web.Flags { class Some { } }", "'Acme.Web.Flags' is a namespace of this project")]
    [InlineData("namespace Acme.Web.Flags.Inner { class Some { } }", "'Acme.Web.Flags' is a namespace of this project")]
    [InlineData("namespace Acme.Web; class AppFeatures { }",
        "'Acme.Web.AppFeatures' is a class of this project that is not partial")]
    [InlineData("namespace Acme.Web; interface AppFeatures { }", "'Acme.Web.AppFeatures' is a type of this project")]
    [InlineData("namespace Acme.Web.AppFeatures { class Some { } }",
        "'Acme.Web.AppFeatures' is a namespace of this project")]
    [InlineData("namespace Acme.Web; static partial class AppFeaturesServiceCollectionExtensions { }",
        "'Acme.Web.AppFeaturesServiceCollectionExtensions' is a type of this project")]
    [InlineData("namespace Acme { class Web { } }", "'Acme.Web' is a type of this project")]
    public async Task SLOW1014_a_name_that_the_project_has_is_reported_at_the_schema_and_what_is_generated_compiles(
        string source, string taken)
    {
        var project = Project(source);

        Assert.Empty(project.Compile(out _));
        Assert.Equal(
            [$"SLOW1014 /app/app_features.schema.json(1,1): {taken}, and this schema needs the name; "
                + "give the SlowrollSchema item another namespace, such as Namespace=\"Acme.Web.Rollouts\""],
            await Told(project));
    }

    [Theory]
    [InlineData("namespace Acme.Web; [System.Flags] enum Flags { None }",
        "AppFeatures AppFeaturesServiceCollectionExtensions")]
    [InlineData("namespace Acme.Web; static class AppFeaturesServiceCollectionExtensions { }", "AppFeatures Flags")]
    [InlineData("namespace Acme.Web; class AppFeatures { }", "")]
    [InlineData("namespace Acme { class Web { } }", "")]
    public void Types_with_free_names_are_generated(string source, string generated)
    {
        Project(source).Compile(out var compiled);
        var own = compiled.SyntaxTrees.Skip(1).SelectMany(tree => compiled.GetSemanticModel(tree).GetDeclaredSymbol(tree
            .GetRoot()
            .ChildNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.FileScopedNamespaceDeclarationSyntax>()
            .Single().Members
            .First()) is { } type ? [type.Name] : Array.Empty<string>());

        Assert.Equal(generated, string.Join(' ', own.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task SLOW1014_the_namespace_of_one_schema_can_be_the_name_that_another_one_needs()
    {
        TestProject project = new(
            TestFile.Schema(SampleSchemas.Small, "/app/one.schema.json"),
            TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json", ("Namespace", "Acme.Web.Flags")));

        Assert.Empty(project.Compile(out _));
        Assert.StartsWith(
            "SLOW1014 /app/one.schema.json(1,1): 'Acme.Web.Flags' is a namespace of this project",
            Assert.Single(await Told(project)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Acme.Web; static partial class Flags { public static int Mine => 5; }")]
    [InlineData("namespace Acme.Web; partial class AppFeatures { public int Mine => 5; }")]
    [InlineData("namespace Acme.Web; class Flags<T> { }")]
    [InlineData("namespace Acme.Web.Other; enum Flags { }")]
    [InlineData("namespace Acme.Web; class Holder { enum Flags { } }")]
    [InlineData("enum Flags { }")]
    public async Task Parts_of_the_generated_classes_and_names_elsewhere_are_fine(string source)
    {
        var project = Project(source);

        Assert.Empty(project.Compile(out _));
        Assert.Empty(await Told(project));
    }

    [Fact]
    public async Task Another_namespace_is_a_remedy()
    {
        TestProject project = new(TestFile.Schema(SampleSchemas.Small, metadata: ("Namespace", "Acme.Web.Rollouts")))
        {
            Sources = ["namespace Acme.Web; [System.Flags] enum Flags { None } class User { bool M(string host) => "
                + "Rollouts.Flags.AppFeatures.InstallToOptFoo(host); }"],
        };

        Assert.Empty(project.Compile(out _));
        Assert.Empty(await Told(project));
    }

    [Theory]
    [InlineData("Acme.Web", "AppFeatures")]
    [InlineData("Acme.Web", "TestFeatures")]
    public async Task SLOW1015_flags_of_a_friend_in_the_same_namespace_are_reported_once_and_generated_files_compile(
        string @namespace, string className)
    {
        var tests = Friend(@namespace, className, "class Nothing;");

        Assert.Empty(tests.Compile(out _)); // every warning is an error here
        Assert.Equal(
            ["SLOW1015 /app/app_features.schema.json(1,1): 'Acme.Web.Flags' is a class of 'Acme.Web.Library' too, "
                + "which this schema's Flags hide or are beside; "
                + "give the SlowrollSchema item another namespace, such as Namespace=\"Acme.Web.Rollouts\""],
            await Told(tests));
    }

    [Theory]
    [InlineData("Flags.AppFeatures.InstallToOptFoo(host);")]
    [InlineData("Flags.UseAppFeatures(AppFeatures.Defaults);")]
    public async Task SLOW1015_flags_of_a_friend_that_ours_hide_are_reported_where_code_asks_them(string statement)
    {
        const string User = "namespace Acme.Web.Tests; class User {{ void M(string host) {{ {0} }} }}";
        var source = string.Format(CultureInfo.InvariantCulture, User, statement);

        Assert.Contains("CS0117", Assert.Single(Friend("Acme.Web.Tests", "TestFeatures", source).Compile(out _)),
            StringComparison.Ordinal);
        Assert.StartsWith("SLOW1015 ", Assert.Single(await Told(Friend("Acme.Web.Tests", "TestFeatures", source))),
            StringComparison.Ordinal);

        var mended = Friend("Acme.Web.Tests.Rollouts", "TestFeatures", source);
        Assert.Empty(mended.Compile(out _));
        Assert.Empty(await Told(mended));
    }

    [Theory]
    [InlineData("using Acme.Web; namespace Tests; class User { object M() => Flags.AppFeatures; }", "CS0117")]
    [InlineData(
        "namespace Tests { using global::Acme . Web; class User { object M() => Flags.AppFeatures; } }", "CS0117")]
    [InlineData("using Acme.Web; namespace Tests.Inner { class User { object M() => Flags.AppFeatures; } }", "CS0117")]
    [InlineData("global using Acme.Web; namespace Tests; class User { object M() => Flags.AppFeatures; }", "CS0117")]
    [InlineData("using Acme.Web; using Tests; class User { object M() => Flags.AppFeatures; }", "CS0104")]
    [InlineData("using Acme.Web; using Tests; class User { object M() => Flags.TestFeatures; }", "CS0104")]
    public async Task SLOW1015_flags_of_a_friend_in_a_namespace_that_code_uses_are_reported(string source, string error)
    {
        Assert.Contains(
            error, Assert.Single(Friend("Tests", "TestFeatures", source).Compile(out _)), StringComparison.Ordinal);
        Assert.StartsWith(
            "SLOW1015 ", Assert.Single(await Told(Friend("Tests", "TestFeatures", source))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using Acme.Web; namespace Tests; class User { object M() => Flags.TestFeatures; }")]
    [InlineData("namespace Tests.Inner { using Acme.Web; class User { object M() => Flags.AppFeatures; } }")]
    [InlineData(
        "namespace Tests; class User { object M() => (Flags.TestFeatures, global::Acme.Web.Flags.AppFeatures); }")]
    [InlineData("using Acme.Web; class User { object M() => (Flags.AppFeatures, Tests.Flags.TestFeatures); }")]
    public async Task Flags_of_a_friend_that_are_still_found_are_fine(string source)
    {
        Assert.Empty(Friend("Tests", "TestFeatures", source).Compile(out _));
        Assert.Empty(await Told(Friend("Tests", "TestFeatures", source)));
    }

    [Fact]
    public async Task Flags_that_hide_others_which_no_code_asks_are_not_reported()
    {
        var tests = Friend("Acme.Web.Tests", "TestFeatures",
            "namespace Acme.Web.Tests; class User { object M() => (Flags.TestFeatures, Acme.Web.Flags.AppFeatures); }");

        Assert.Empty(tests.Compile(out _));
        Assert.Empty(await Told(tests));
    }

    [Fact]
    public async Task Internal_types_of_other_projects_do_not_clash()
    {
        var tests = Friend("Acme.Web", "AppFeatures", "class Nothing;", isFriend: false);

        Assert.Empty(tests.Compile(out _));
        Assert.Empty(await Told(tests));
    }

    private static TestProject Project(string source) => TestProject.WithSchema(SampleSchemas.Small) with
    {
        Sources = [source],
        References = [.. Runtime.References, .. Runtime.Hosting],
    };

    // A project beside a library that has flags of its own and makes it a friend.
    private static TestProject Friend(string @namespace, string className, string source, bool isFriend = true)
    {
        var library = TestProject.WithSchema(SampleSchemas.Small) with
        {
            Name = "Acme.Web.Library",
            Sources = [isFriend ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme.Web\")]" : ""],
        };
        Assert.Empty(library.Compile(out var compiled));
        return new(
            TestFile.Schema(SampleSchemas.Small, metadata: [("Namespace", @namespace), ("ClassName", className)]))
        {
            Sources = [source],
            References = [.. Runtime.References, compiled.ToMetadataReference()],
        };
    }

    private static async Task<IReadOnlyList<string>> Told(TestProject project) =>
    [
        .. (await project.Analyze()).Select(told =>
        {
            var place = told.Location.GetLineSpan();
            var (line, column) = (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
            return $"{told.Id} {place.Path}({line},{column}): {told.GetMessage(CultureInfo.InvariantCulture)}";
        }),
    ];
}
