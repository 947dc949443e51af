using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>Runs MSBuild over a project of nothing but the package's props and targets.</summary>
public sealed class BuildFilesTests : IDisposable
{
    private static readonly string[] Described =
        ["Identity", "SlowrollKind", "SlowrollNamespace", "SlowrollClassName", "SlowrollVisibility"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll");

    public BuildFilesTests() => File.WriteAllText(Path.Combine(_folder.FullName, "app.json"), "{}");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Schemas_and_configs_become_additional_files_with_metadata()
    {
        var (exitCode, output) = await Build(
            """
            <SlowrollSchema Include="app.json" Namespace="Acme" ClassName="App" Visibility="public" />
            <SlowrollConfig Include="app.json" />
            """,
            "-getItem:AdditionalFiles");

        Assert.True(exitCode == 0, output);
        var files = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
        Assert.Equal("app.json schema Acme App public", Describe(files[0]));
        Assert.Equal("app.json config   ", Describe(files[1]));
    }

    [Theory]
    [InlineData("SlowrollSchema")]
    [InlineData("SlowrollConfig")]
    public async Task A_file_that_does_not_exist_is_named_with_the_way_out(string item)
    {
        var (exitCode, output) = await Build($"""<{item} Include="gone/app.json" /><SlowrollSchema Include="app.json" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{item} names '{Path.Combine(_folder.FullName, "gone", "app.json")}'", output, StringComparison.Ordinal);
        Assert.Contains("mend the path", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visibility_that_csharp_does_not_have_is_refused()
    {
        var (exitCode, output) = await Build("""<SlowrollSchema Include="app.json" Visibility="protected" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Write public or internal", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_are_fine_pass_in_silence() =>
        Assert.Equal(0, (await Build("""<SlowrollSchema Include="app.json" />""")).ExitCode);

    private static string Describe(JsonElement item) => string.Join(
        ' ', Described.Select(name => item.TryGetProperty(name, out var value) ? value.GetString() : ""));

    private async Task<(int ExitCode, string Output)> Build(string items, string argument = "-t:CheckSlowrollItems", [CallerFilePath] string here = "")
    {
        var build = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Slowroll.Generators/buildTransitive"));
        var project = Path.Combine(_folder.FullName, "app.proj");
        await File.WriteAllTextAsync(project, $"""
            <Project>
              <Import Project="{build}/Slowroll.Generators.props" />
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="{build}/Slowroll.Generators.targets" />
              <Target Name="CoreCompile" />
            </Project>
            """);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, argument, "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
