using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.CodeRules;

public class TwoFlagsAnalyzerTests
{
    private const string Add = "services.AddAppFeatures(new System.Uri(\"https://example.com/\"));";

    [Theory]
    [InlineData("bool M(string host) => Flags.AppFeatures.InstallToOptFoo(host);")]
    [InlineData("AppFeatures M() => Flags.AppFeatures;")]
    [InlineData("object M() => Flags.AppFeatures.Freeze();")]
    [InlineData(
        "async System.Threading.Tasks.Task M(System.Uri url) => Flags.AppFeatures = await AppFeatures.OpenAsync(url);")]
    [InlineData("async System.Threading.Tasks.Task M(System.Uri url) => Flags.AppFeatures = await "
        + "AppFeatures.OpenAsync(url).ConfigureAwait(false);")]
    [InlineData("async System.Threading.Tasks.Task M(System.Uri url) { var opened = await AppFeatures.OpenAsync(url); "
        + "Flags.AppFeatures = opened; }")]
    [InlineData("void M(System.Uri url) => Flags.AppFeatures = AppFeatures.OpenAsync(url).GetAwaiter().GetResult();")]
    public async Task SLOW2008_the_programs_flags_beside_a_hosts_are_reported(string member) => Assert.Equal(
        ["SLOW2008 Flags.AppFeatures: Flags.AppFeatures is not what AddAppFeatures adds to the host, and the host "
            + "doesn't set it; "
            + "have AppFeatures injected, or set Flags.AppFeatures = "
            + "app.Services.GetRequiredService<AppFeatures>() once"],
        await Found(Add, member));

    [Theory]
    [InlineData("services.AddAppFeatures(configuration);")]
    [InlineData("services.AddAppFeatures(configuration, options => options.UseDiskCache = false);")]
    [InlineData("AppFeaturesServiceCollectionExtensions.AddAppFeatures(services, configuration);")]
    [InlineData("services.AddSlowroll<AppFeatures>(configuration);")]
    [InlineData("SlowrollServices.AddSlowroll<AppFeatures>(services, configuration);")]
    public async Task SLOW2008_every_way_to_add_them_counts(string add) =>
        Assert.Single(await Found(add, "AppFeatures M() => Flags.AppFeatures;"));

    [Fact]
    public async Task SLOW2008_every_mention_is_reported() =>
        Assert.Equal(2,
            (await Found(Add, "bool M(string host) => Flags.AppFeatures.InstallToOptFoo(host) && "
                + "Flags.AppFeatures.InstallToOptFoo(\"b\");")).Count);

    [Theory]
    [InlineData("", "AppFeatures M() => Flags.AppFeatures;")]
    [InlineData(Add, "bool M(AppFeatures injected, string host) => injected.InstallToOptFoo(host);")]
    [InlineData(Add, "string M() => nameof(Flags.AppFeatures);")]
    [InlineData(Add, "System.IDisposable M() => Flags.UseAppFeatures(AppFeatures.Defaults);")]
    [InlineData(Add, "bool M(System.IServiceProvider all, string host) { Flags.AppFeatures = "
        + "(AppFeatures)all.GetService(typeof(AppFeatures))!; return Flags.AppFeatures.InstallToOptFoo(host); }")]
    [InlineData(Add, "bool M(AppFeatures injected, string host) { Flags.AppFeatures = injected; return "
        + "Flags.AppFeatures.InstallToOptFoo(host); }")]
    public async Task SLOW2008_one_of_both_alone_and_flags_that_are_set_from_the_host_are_left_alone(
        string add, string member) =>
        Assert.Empty(await Found(add, member));

    [Fact]
    public async Task SLOW2008_another_class_of_flags_is_left_alone()
    {
        TestProject project = new(
            TestFile.Schema(SampleSchemas.Small, "/app/app_features.schema.json"),
            TestFile.Schema(SampleSchemas.Small, "/app/other.schema.json"));

        Assert.Empty(await Found(project, Add, "Other M() => Flags.Other;"));
    }

    [Fact]
    public void It_is_a_warning() => Assert.All(new TwoFlagsAnalyzer().SupportedDiagnostics, rule =>
        Assert.Equal((true, DiagnosticSeverity.Warning), (rule.IsEnabledByDefault, rule.DefaultSeverity)));

    private static Task<IReadOnlyList<string>> Found(string add, string member) =>
        Found(TestProject.WithSchema(SampleSchemas.Small), add, member);

    private static async Task<IReadOnlyList<string>> Found(TestProject project, string add, string member)
    {
        var hosted = project with
        {
            References = [.. Runtime.References, .. Runtime.Hosting],
            Sources =
            [
                $$"""
                namespace Acme.Web;

                using Microsoft.Extensions.Configuration;
                using Microsoft.Extensions.DependencyInjection;
                using Slowroll;

                class Program
                {
                    void Add(IServiceCollection services, IConfiguration configuration)
                    {
                        {{add}}
                    }

                    {{member}}
                }
                """,
            ],
        };
        Assert.Empty(hosted.Compile(out _));
        return
        [
            .. (await hosted.Find(new TwoFlagsAnalyzer())).Select(found =>
                $"{found.Id} {found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}: "
                    + found.GetMessage(CultureInfo.InvariantCulture)),
        ];
    }
}
