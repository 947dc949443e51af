namespace Slowroll.Generators.Tests.Packaging;

/// <summary>Settings of a project that have no effect are reported, with the line to write.</summary>
public sealed class ProjectChecksTests : IDisposable
{
    private const string Direct = """<PackageReference Include="Slowroll.Generators" />""";
    private const string WriteIt = "<SlowrollSchema Include=\"app.schema.json\" />";

    private readonly BuildFilesProject _project = new();

    public ProjectChecksTests()
    {
        File.WriteAllText(
            Path.Combine(_project.Folder, "app.schema.json"), """{ "$ref": "slowroll.schema.json#/$defs/boolean" }""");
        File.WriteAllText(Path.Combine(_project.Folder, "app.json"), "{}");
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("SLOW4002", "no SlowrollSchema item", $"""{Direct}<None Include="*.json" />""")]
    [InlineData("SLOW4002", "no SlowrollSchema item",
        $"""{Direct}<Content Include="*.json" /><SlowrollConfig Include="app.json" />""")]
    [InlineData("SLOW4002", "'SlowrollSchemas'",
        $"""{Direct}<None Include="*.json" /><SlowrollSchemas Include="app.schema.json" />""")]
    [InlineData("SLOW4002", "'slowrolSchema'",
        $"""{Direct}<None Include="*.json" /><!-- <SlowrollX Include="y" /> --><slowrolSchema\n  Visibility="public"\n  Include="app.schema.json" />""")]
    [InlineData("SLOW4002", "AdditionalFiles", $"""{Direct}<AdditionalFiles Include="app.schema.json" />""")]
    public async Task A_project_without_a_schema_is_reported_once_with_what_to_write(
        string rule, string why, string items)
    {
        var output = await WarningsAsync(items.Replace("\\n", "\n", StringComparison.Ordinal));

        var warning = Assert.Single(output.Split('\n'), line => line.Contains("warning", StringComparison.Ordinal));
        Assert.Contains($"warning {rule}: ", warning, StringComparison.Ordinal);
        Assert.Contains(why, warning, StringComparison.Ordinal);
        Assert.Contains(WriteIt, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VB")]
    [InlineData("F#")]
    public async Task Items_in_a_project_of_another_language_are_reported(string language)
    {
        var output = await WarningsAsync(
            """<SlowrollSchema Include="app.schema.json" /><SlowrollConfig Include="app.json" />""", language);

        Assert.Equal(2,
            output.Split('\n').Count(line => line.Contains("warning SLOW4003: ", StringComparison.Ordinal)));
        Assert.Contains(
            "<SlowrollSchema Include=\"app.schema.json\" Visibility=\"public\" />", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")] // a project that references such a project
    [InlineData(
        """<PackageReference Include="Slowroll.Generators" /><GlobalPackageReference Include="Slowroll.Generators" />""")]
    [InlineData(
        $"""{Direct}<SlowrollSchema Include="app.schema.json" /><SlowrollConfig Include="app.json" /><AdditionalFiles Include="app.json" />""")]
    public async Task A_project_that_has_what_it_needs_is_not_reported(string items) =>
        Assert.Equal("", await WarningsAsync(items));

    [Fact]
    public async Task One_property_turns_all_off() => Assert.Equal(
        "",
        await WarningsAsync(
            $"""{Direct}<SlowrollSchemas Include="x" /><AdditionalFiles Include="app.schema.json" />""",
            properties: "<SlowrollCheckProject>false</SlowrollCheckProject>"));

    [Theory]
    [InlineData("PrivateAssets=\"All\"", true)]
    [InlineData("PrivateAssets=\"contentfiles; Runtime\"", true)]
    [InlineData("PrivateAssets=\"contentfiles;analyzers;build\"", false)]
    public async Task A_library_that_does_not_pass_the_runtime_on_is_reported(string metadata, bool isTold) =>
        Assert.Equal(
            isTold,
            (await WarningsAsync(
                $"""<PackageReference Include="Slowroll.Generators" {metadata} /><SlowrollSchema Include="app.schema.json" />""",
                properties: "<OutputType>Library</OutputType>")).Contains(
                    "warning SLOW4005: ", StringComparison.Ordinal));

    [Theory]
    [InlineData("""<PackageReference Include="Slowroll" />""", "Library")]
    [InlineData("", "Exe")]
    public async Task A_program_or_a_library_with_the_runtime_beside_is_not(string beside, string output) =>
        Assert.Equal(
            "",
            await WarningsAsync(
                $"""<PackageReference Include="Slowroll.Generators" PrivateAssets="all" />{beside}<SlowrollSchema Include="app.schema.json" />""",
                properties: $"<OutputType>{output}</OutputType>"));

    [Fact]
    public async Task The_compiler_that_gets_no_runtime_is_an_error()
    {
        var (exitCode, output) = await _project.BuildAsync(
            """<SlowrollSchema Include="app.schema.json" /><ReferencePath Include="System.Runtime.dll" />""",
            ["-t:CheckSlowrollRuntime"], "<Language>C#</Language>");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error SLOW4006: The generated classes need the runtime", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_base_schema_that_differs_is_reported_and_updated()
    {
        const string Items = """<SlowrollSchema Include="*.schema.json;it's 100%25;b/*.schema.json" />""";
        var copy = Path.Combine(_project.Folder, "it's 100%;b", "slowroll.schema.json");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.WriteAllText(Path.Combine(_project.Folder, "it's 100%;b", "b.schema.json"), "{}");
        Task<(int ExitCode, string Output)> Init() =>
            _project.BuildAsync(Items.Replace(";b/", "%3Bb/", StringComparison.Ordinal), ["-t:SlowrollInit"]);

        Assert.Equal(0, (await Init()).ExitCode);
        var own = await File.ReadAllTextAsync(copy);
        Assert.Contains("\"rollout\"", own, StringComparison.Ordinal);
        Assert.Equal(own, await File.ReadAllTextAsync(Path.Combine(_project.Folder, "slowroll.schema.json")));

        await File.WriteAllTextAsync(copy, "\uFEFF" + own.ReplaceLineEndings("\r\n") + "\r\n");
        Assert.Equal("", await WarningsAsync(Items.Replace(";b/", "%3Bb/", StringComparison.Ordinal)));

        await File.WriteAllTextAsync(copy, own.Replace("rollout", "Rollout", StringComparison.Ordinal));
        Assert.Contains(
            $"{copy} : warning SLOW4004: ",
            await WarningsAsync(Items.Replace(";b/", "%3Bb/", StringComparison.Ordinal)),
            StringComparison.Ordinal);

        Assert.Contains($"copied to '{copy}'", (await Init()).Output, StringComparison.Ordinal);
        Assert.Equal(own, await File.ReadAllTextAsync(copy));
    }

    [Fact]
    public async Task A_project_without_a_schema_gets_the_base_schema_and_the_line_to_write()
    {
        var (exitCode, output) = await _project.BuildAsync("", ["-t:SlowrollInit"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("<SlowrollSchema Include=", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_project.Folder, "slowroll.schema.json")));
    }

    [Fact]
    public async Task The_file_of_the_page_makes_a_solution_pass_over_a_project_without_the_package()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(BuildFilesProject.Source, "../docs/rules/SLOW4001.md"));
        var solutions = page[page.IndexOf("<!-- Directory.Solution.targets -->", StringComparison.Ordinal)..];
        await File.WriteAllTextAsync(
            Path.Combine(_project.Folder, "Directory.Solution.targets"),
            solutions[..solutions.IndexOf("```", StringComparison.Ordinal)]);
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "bare.csproj"), "<Project />");
        await File.WriteAllTextAsync(
            Path.Combine(_project.Folder, "all.slnx"),
            """<Solution><Project Path="app.csproj" /><Project Path="bare.csproj" /></Solution>""");

        var (exitCode, output) = await _project.BuildAsync(
            """<SlowrollSchema Include="app.schema.json" />""",
            ["-t:SlowrollInit;SlowrollPull"],
            name: "app.csproj",
            built: "all.slnx");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_project.Folder, "slowroll.schema.json")), output);
    }

    private async Task<string> WarningsAsync(string items, string language = "C#", string properties = "")
    {
        var (exitCode, output) =
            await _project.BuildAsync(items, ["-t:CoreCompile"], $"<Language>{language}</Language>{properties}");
        Assert.True(exitCode == 0, output);
        return output;
    }
}
