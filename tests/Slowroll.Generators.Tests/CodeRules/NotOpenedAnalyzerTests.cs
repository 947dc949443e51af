using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.CodeRules;

public class NotOpenedAnalyzerTests
{
    private const string Read = "Flags.AppFeatures.InstallToOptFoo(host)";

    [Theory]
    [InlineData($"bool M(string host) => {Read};")]
    [InlineData("static readonly AppFeatures All = Flags.AppFeatures;")]
    [InlineData("object M() => Flags.AppFeatures.Freeze();")]
    [InlineData("async Task<object> M(Uri url) { await using var flags = await AppFeatures.OpenAsync(url); return "
        + "Flags.AppFeatures; }")]
    public async Task SLOW2009_flags_that_nothing_sets_are_reported(string member) => Assert.Equal(
        ["SLOW2009 Flags.AppFeatures: Nothing in this program sets Flags.AppFeatures, so that every flag answers its "
            + "default; "
            + "write Flags.AppFeatures = await AppFeatures.OpenAsync(...) where it starts"],
        await Found(member));

    [Theory]
    [InlineData("void M(Uri url) => _ = AppFeatures.OpenAsync(url);", "AppFeatures.OpenAsync(url)")]
    [InlineData("void M(Uri url) { AppFeatures.OpenAsync(url); }", "AppFeatures.OpenAsync(url)")]
    [InlineData("void M(Uri url) => AppFeatures.OpenAsync(url).Wait();", "AppFeatures.OpenAsync(url)")]
    [InlineData("void M(Uri url) => _ = AppFeatures.OpenAsync(url).GetAwaiter().GetResult();",
        "AppFeatures.OpenAsync(url)")]
    [InlineData("void M(Uri url) => _ = AppFeatures.OpenAsync(url).Result;", "AppFeatures.OpenAsync(url)")]
    [InlineData("async Task M(Uri url) => await AppFeatures.OpenAsync(url);", "AppFeatures.OpenAsync(url)")]
    [InlineData("async Task M(Uri url) => _ = (await AppFeatures.OpenAsync(url).ConfigureAwait(false));",
        "AppFeatures.OpenAsync(url)")]
    [InlineData(
        "async Task M(IConfigSource source) => await Task.WhenAll(AppFeatures.OpenAsync(source), Task.CompletedTask);",
        "AppFeatures.OpenAsync(source)")]
    [InlineData("Action M(Uri url) => async () => await AppFeatures.OpenAsync(url);", "AppFeatures.OpenAsync(url)")]
    public async Task SLOW2009_a_result_that_is_not_kept_is_reported_once_although_flags_are_read(
        string member, string call) => Assert.Equal(
        [$"SLOW2009 {call}: The config that AppFeatures.OpenAsync opens isn't kept, so that every flag answers its "
            + "default; "
            + "write Flags.AppFeatures = await AppFeatures.OpenAsync(...)"],
        await Found($"{member} bool Reads(string host) => {Read};"));

    [Fact]
    public async Task SLOW2009_a_config_without_a_class_that_is_not_kept_is_reported() => Assert.Equal(
        ["SLOW2009 SlowrollConfig.OpenAsync(url, \"a\"): The config that SlowrollConfig.OpenAsync opens isn't kept, "
            + "so that every flag answers its default; "
            + "write await using var config = await SlowrollConfig.OpenAsync(...)"],
        await Found("async Task M(Uri url) => await SlowrollConfig.OpenAsync(url, \"a\");"));

    [Theory]
    [InlineData("async Task M(Uri url) => Flags.AppFeatures = await AppFeatures.OpenAsync(url);")]
    [InlineData("async Task M(Uri url) { var flags = await AppFeatures.OpenAsync(url); Flags.AppFeatures = flags; }")]
    [InlineData("void M(AppFeatures flags) => Flags.AppFeatures = flags;")]
    [InlineData("void M(AppFeatures flags) => (Flags.AppFeatures, _) = (flags, 1);")]
    [InlineData("Action<AppFeatures> M() => flags => Flags.AppFeatures = flags;")]
    [InlineData("void M() { using (Flags.UseAppFeatures(AppFeatures.Defaults)) { } }")]
    [InlineData("Func<AppFeatures, IDisposable> M() => Flags.UseAppFeatures;")]
    [InlineData("AppFeatures M() => AppFeatures.Fixed(new());")]
    [InlineData("Type M() => typeof(Flags);")]
    [InlineData("void M() {\n#if NEVER\nFlags.AppFeatures = AppFeatures.OpenAsync(null!).Result;\n#endif\n}")]
    [InlineData(
        "} static partial class Flags { public static void Give(AppFeatures flags) => _appFeatures.Current = flags;")]
    public async Task SLOW2009_whatever_may_set_the_flags_counts(string member) =>
        Assert.Empty(await Found($"bool Reads(string host) => {Read}; {member}"));

    [Theory]
    [InlineData("string M() => nameof(Flags.AppFeatures);")]
    [InlineData("Task<AppFeatures> M(Uri url) => AppFeatures.OpenAsync(url);")]
    [InlineData("Func<Task> M(Uri url) => () => AppFeatures.OpenAsync(url);")]
    [InlineData("async Task<bool> M(Uri url, string host) { await using var flags = await AppFeatures.OpenAsync(url); "
        + "return flags.InstallToOptFoo(host); }")]
    [InlineData("void M(Uri url) => _ = AppFeatures.OpenAsync(url).ContinueWith(opened => Keep(opened.Result)); "
        + "static void Keep(AppFeatures flags) { }")]
    public async Task SLOW2009_a_program_that_keeps_what_it_opens_is_left_alone(string member) =>
        Assert.Empty(await Found(member));

    [Fact]
    public async Task SLOW2009_of_each_class_the_first_read_is_reported()
    {
        var project = Program($"bool M(string host) => {Read} && {Read};") with { Paths = ["/app/Z.cs", "/app/A.cs"] };
        var found = await (project
            with
        { Sources = [.. project.Sources, "class A { object M() => Acme.Web.Flags.AppFeatures; }"] })
            .Find(new NotOpenedAnalyzer());

        Assert.Equal("/app/A.cs", Assert.Single(found).Location.SourceTree!.FilePath);
    }

    [Fact]
    public async Task SLOW2009_hosting_counts_as_opened()
    {
        var project = Program(
            $"bool M(string host) => {Read}; object Add(Microsoft.Extensions.DependencyInjection.IServiceCollection "
                + "services, Uri url) => "
            + "AppFeaturesServiceCollectionExtensions.AddAppFeatures(services, url);");

        Assert.Empty(await Found(project with { References = [.. Runtime.References, .. Runtime.Hosting] }));
    }

    [Fact]
    public async Task SLOW2009_a_library_is_left_alone() => Assert.Empty(
        await Found(Program($"bool M(string host) => {Read}; void N(Uri url) => _ = AppFeatures.OpenAsync(url);")
            with
        { Kind = OutputKind.DynamicallyLinkedLibrary }));

    [Fact]
    public async Task SLOW2009_tests_that_are_programs_to_the_compiler_are_not_reported()
    {
        var project = Program($"bool M(string host) => {Read};");

        Assert.Empty(await Found(project with
        {
            References =
            [.. project.References, MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)]
        }));
    }

    [Fact]
    public async Task SLOW2009_the_flags_of_another_project_are_left_alone()
    {
        TestProject library = new(TestFile.Schema(SampleSchemas.Small, metadata: ("Visibility", "public")));
        Assert.Empty(library.Compile(out var compiled));

        Assert.Empty(await Found(new TestProject
        {
            Kind = OutputKind.ConsoleApplication,
            References = [.. Runtime.References, compiled.ToMetadataReference()],
            Sources = [$"class Program {{ static void Main() {{ }} bool M(string host) => Acme.Web.{Read}; }}"],
        }));
    }

    private static TestProject Program(string member) => TestProject.WithSchema(SampleSchemas.Small) with
    {
        Kind = OutputKind.ConsoleApplication,
        Sources =
        [
            $$"""
            #pragma warning disable CS4014 // the compiler reports some of them, too
            namespace Acme.Web;

            using System;
            using System.Threading.Tasks;
            using Slowroll;

            class Program
            {
                static void Main() { }

                {{member}}
            }
            """,
        ],
    };

    private static Task<IReadOnlyList<string>> Found(string member) => Found(Program(member));

    private static async Task<IReadOnlyList<string>> Found(TestProject project)
    {
        Assert.Empty(project.Compile(out _));
        return
        [
            .. (await project.Find(new NotOpenedAnalyzer())).Select(found =>
                $"{found.Id} {found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}: "
                    + found.GetMessage(CultureInfo.InvariantCulture)),
        ];
    }
}
