using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Pipeline;

/// <summary>What a project says of a schema beside its name.</summary>
public class ItemMetadataTests
{
    [Fact]
    public Task With_a_URL_opening_needs_no_argument() => UserCode.AssertPrints(
        "http://127.0.0.1:9/x%20y.json None",
        """
        await using var flags = await AppFeatures.OpenAsync(new SlowrollOptions { StartupTimeout = TimeSpan.Zero, UseDiskCache = false });
        return $"{AppFeatures.DefaultUrl.AbsoluteUri} {flags.Config.Status.Origin}";
        """,
        TestFile.Schema(SampleSchemas.Small, metadata: ("Url", "http://127.0.0.1:9/x%20y.json")));

    [Fact]
    public void Comments_which_are_shipped_as_documentation_have_no_secret_of_the_URL()
    {
        const string url = "https://ada:s3cret@example.com:8443/a.json?key=s3cret#s3cret";
        var generated = new TestProject(
            TestFile.Schema(SampleSchemas.Small, metadata: ("Url", url))).Generate()["Acme.Web.AppFeatures.g.cs"];

        Assert.Contains(
            "/// <summary>The address of the config: <c>https://example.com:8443/a.json</c>.</summary>",
            generated,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            generated.Split('\n'),
            line => line.Contains("///", StringComparison.Ordinal) && line.Contains("cret", StringComparison.Ordinal));
    }

    // Else the class would throw at its first use.
    [Theory]
    [InlineData("https://ada:secret@example.com:99999999/")]
    [InlineData("http://[secret")]
    [InlineData("https://ada:sec/secret@example.com/a.json")]
    [InlineData("ftp://secret/")]
    [InlineData("secret")]
    public async Task A_URL_that_no_program_could_open_is_reported_and_not_shown(string url)
    {
        TestProject project = new(TestFile.Schema(SampleSchemas.Small, metadata: ("Url", url)));

        var told = Assert.Single(await project.Analyze());
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, told.Severity);
        Assert.Contains("the Url of its SlowrollSchema item is no http or https address", told.ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(project.Generate().Values, text => text.Contains("DefaultUrl", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_URL_there_is_none_to_open() =>
        Assert.DoesNotContain(
            TestProject.WithSchema(SampleSchemas.Small).Generate().Values,
            text => text.Contains("DefaultUrl", StringComparison.Ordinal));

    [Fact]
    public Task Several_schemas_make_several_classes_side_by_side() => UserCode.AssertPrints(
        "False False 1",
        """
        Flags.One = One.Fixed(new());
        Other.Place.Flags.Two = Other.Place.Two.Fixed(new());
        return $"{Flags.One.InstallToOptFoo("a")} {Other.Place.Flags.Two.InstallToOptFoo("a")} {1}";
        """,
        TestFile.Schema(SampleSchemas.Small, "/app/one.schema.json"),
        TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json", ("Namespace", "Other.Place")));

    [Fact]
    public void A_host_is_offered_the_flags_where_hosting_is_referenced()
    {
        var generated = new TestProject(
            TestFile.Schema(SampleSchemas.Small, metadata: ("Url", "https://example.com/a.json")))
        {
            References = [.. Runtime.References, .. Runtime.Hosting],
        };

        Assert.Empty(generated.Compile(out _));
        var services = generated.Generate()["Acme.Web.AppFeatures-Services.g.cs"];
        Assert.Equal(4, services.Split("AddAppFeatures(\n").Length - 1);
    }

    [Fact]
    public void Without_hosting_there_is_nothing_of_it() =>
        Assert.DoesNotContain(
            TestProject.WithSchema(SampleSchemas.Small).Generate().Keys,
            name => name.Contains("Services", StringComparison.Ordinal));
}
