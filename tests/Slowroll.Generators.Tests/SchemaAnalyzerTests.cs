using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests;

public class SchemaAnalyzerTests
{
    [Theory]
    [InlineData(SampleSchemas.Small)]
    [InlineData(SampleSchemas.Rich)]
    [InlineData(SampleSchemas.Typed)]
    [InlineData(SampleSchemas.Hostile)]
    public Task Good_schemas_are_not_reported(string schema) => AssertSilent(TestProject.WithSchema(schema));

    [Fact]
    public Task Files_that_are_no_schema_of_ours_are_left_alone() => AssertSilent(new(
        new TestFile("/app/other.json", "not json"),
        new TestFile("/app/config.json", "not json", ("Kind", "config"))));

    [Theory]
    [InlineData("{\n  \"properties\": { \"🦊\": [|}|]")]
    [InlineData("[|<|]html>captive portal</html>")]
    [InlineData("{} [|x|]")]
    public Task Survive_69_a_text_that_is_not_json_is_reported_at_the_character(string marked) =>
        AssertReports("SLOW1001", marked);

    [Theory]
    [InlineData("iso-8859-1", "(0,20)-(0,21)", "these bytes are not UTF-8. Save the schema as UTF-8.")]
    [InlineData("utf-16", "(0,0)-(0,0)", "this is UTF-16. Save the schema as UTF-8.")]
    [InlineData("utf-16BE", "(0,0)-(0,0)", "this is UTF-16. Save the schema as UTF-8.")]
    [InlineData("utf-8", "(0,31)-(0,32)", "these bytes are not UTF-8. Save the schema as UTF-8.")]
    public void A_schema_with_a_guessed_encoding_makes_no_class_and_is_reported(
        string encoding, string place, string message)
    {
        // In Latin-1, the bytes of "Ã¤" are an ä in UTF-8: the é after it is reported.
        var text = """{ "x": 1, "Ã¤": "café" , "y": "�" }"""
            .Replace("\\u00e9", encoding == "utf-8" ? "e" : "é", StringComparison.Ordinal)
            .Replace("\\uFFFD", encoding == "utf-8" ? "\uFFFD" : "", StringComparison.Ordinal);
        TestProject project = new(TestFile.Schema(text).In(System.Text.Encoding.GetEncoding(encoding)));

        var told = Assert.Single(project.Driver().RunGenerators(project.Compilation()).GetRunResult().Diagnostics);

        Assert.Equal($"SLOW1001 {place} The schema is not JSON: {message}",
            $"{told.Id} {told.Location.GetLineSpan().Span} "
                + told.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_schema_of_UTF_16_without_a_mark_is_reported_as_such()
    {
        TestProject project = new(TestFile.Schema("{\0 \0}\0"));

        Assert.Contains(
            "this is UTF-16",
            $"{Assert.Single(project.Driver().RunGenerators(project.Compilation()).GetRunResult().Diagnostics)}",
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[||]")]
    [InlineData("[||]  \n ")]
    public Task Survive_70_an_empty_file_is_reported(string marked) => AssertReports("SLOW1002", marked);

    [Theory]
    [InlineData("")]
    [InlineData("{ \"properties\": ")]
    public void Survive_69_and_70_a_file_that_is_no_schema_does_not_affect_others(string text)
    {
        TestProject project = new(
            TestFile.Schema(text, "/app/bad.schema.json"),
            TestFile.Schema(SampleSchemas.Small, "/app/good.schema.json"));

        CompilingTests.AssertCompiles(project);
        Assert.Contains("Acme.Web.Good.g.cs", project.Generate().Keys);
    }

    // A field of a type that isn't there stops the compiler before it asks an analyzer.
    [Fact]
    public void The_generator_reports_a_mistake_that_removes_a_type()
    {
        var project = TestProject.WithSchema("{ \"properties\": ")
            with
        { Sources = ["class Program { Acme.Web.AppFeatures flags; }"] };

        var told = Assert.Single(project.Driver().RunGenerators(project.Compilation()).GetRunResult().Diagnostics);

        Assert.Equal("SLOW1001 /app/app_features.schema.json: (0,16)-(0,16)",
            $"{told.Id} {told.Location.GetLineSpan()}");
    }

    [Theory]
    [InlineData("[|[1, 2]|]")]
    [InlineData("[|null|]")]
    [InlineData("[|{|] \"type\": \"object\" }")]
    [InlineData("{ \"properties\": { [|\"features\"|]: { \"type\": \"string\" } } }")]
    [InlineData("{ \"properties\": { [|\"a_flag\"|]: { \"$ref\": \"slowroll.schema.json#/$defs/boolean\" } } }")]
    public Task SLOW1002_json_that_is_no_schema_is_reported(string marked) => AssertReports("SLOW1002", marked);

    [Theory]
    [InlineData("/app/🦊.schema.json", "")]
    [InlineData("/app/a.schema.json", "not-a-class")]
    public Task SLOW1005_a_class_without_a_name_is_reported_at_the_file(string path, string className) => AssertReports(
        "SLOW1005", new TestProject(TestFile.Schema("[||]" + SampleSchemas.Small, path, ("ClassName", className))));

    // Driven by hand: a workspace has its files in any order, the compiler in the project's.
    [Fact]
    public async Task Survive_71_two_files_of_one_class_and_one_file_twice_are_reported_and_the_rest_compiles()
    {
        TestProject project = new(
            TestFile.Schema(SampleSchemas.Small, "/app/one/app.schema.json"),
            TestFile.Schema(SampleSchemas.Rich, "/app/two/APP.json"),
            TestFile.Schema(SampleSchemas.Small, "/app/one/app.schema.json"));

        Assert.Equal(
            ["SLOW1009 /app/one/app.schema.json: (0,0)-(0,0)", "SLOW1009 /app/two/APP.json: (0,0)-(0,0)"],
            (await project.Analyze()).Select(found => $"{found.Id} {found.Location.GetLineSpan()}").Order());
        CompilingTests.AssertCompiles(project);
    }
}
