using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Starting;

/// <summary>The files that a project begins with are created; what is there stays.</summary>
public sealed class InitCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task An_empty_folder_gets_three_files_that_fit_each_other()
    {
        var run = await InitAsync();
        var check = await Workspace.RunAsync("check", _workspace["app_features.json"], "--strict");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["app_features.json", "app_features.schema.json", "slowroll.schema.json"], _workspace.Files.Order());
        Assert.Equal((ExitCode.Success, "1 flag, no problems.\n"), (check.ExitCode, check.Output));
        Assert.Contains("  <SlowrollSchema Include=\"app_features.schema.json\" />\n", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("  dotnet add package Slowroll.Generators\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await InitAsync();
        var before = _workspace.Files.ToDictionary(file => file, file => File.ReadAllBytes(_workspace[file]));

        var run = await InitAsync();

        Assert.StartsWith("The base schema, the schema and the config are there; nothing was changed.", run.Output,
            StringComparison.Ordinal);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(_workspace[file.Key])));
    }

    [Fact]
    public async Task A_config_that_is_there_gets_its_schema()
    {
        var config = _workspace.Write("app_features.json", """{ "shop": { "slots": { "stable": 4 } } }""");

        await InitAsync();

        Assert.Equal("""{ "shop": { "slots": { "stable": 4 } } }""", File.ReadAllText(config));
        Assert.Contains("\"slots\"", File.ReadAllText(_workspace["app_features.schema.json"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_there_gets_its_config()
    {
        _workspace.Write("shop.schema.json", Workspace.Schema);

        await InitAsync();

        Assert.Equal(Workspace.Schema, File.ReadAllText(_workspace["shop.schema.json"]));
        Assert.Equal(["shop.json", "shop.schema.json", "slowroll.schema.json"], _workspace.Files.Order());
        Assert.Equal(
            ExitCode.Success,
            (await Workspace.RunAsync("check", _workspace["shop.json"], "--strict")).ExitCode);
    }

    [Fact]
    public async Task Lines_that_the_project_has_are_not_printed()
    {
        _workspace.Write("Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Slowroll" Version="1.0.0" />
                <SlowrollSchema Include="app_features.schema.json" />
              </ItemGroup>
            </Project>
            """);

        var run = await InitAsync();

        Assert.DoesNotContain("add package Slowroll\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<SlowrollSchema", run.Output, StringComparison.Ordinal);
        Assert.Contains("  dotnet add package Slowroll.Generators\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Add to an ItemGroup of Shop.csproj:\n  <SlowrollConfig Include=\"app_features.json\" />",
            run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Project>&b;</Project>")]
    public async Task Of_a_project_that_can_not_be_read_all_lines_are_printed(string project)
    {
        _workspace.Write("Shop.csproj", project);

        var run = await InitAsync();

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("<SlowrollSchema", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var run = await InitAsync("--dry-run");

        Assert.Contains("app_features.json: not written (--dry-run)", run.Output, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files);
    }

    [Theory]
    [InlineData("../x", "is no name of letters")]
    [InlineData("a b", "is no name of letters")]
    public async Task A_name_that_leads_elsewhere_is_wrong_usage(string name, string message)
    {
        var run = await InitAsync("--name", name);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files);
    }

    private Task<Run> InitAsync(params string[] options) =>
        Workspace.RunAsync(["init", _workspace[""], .. options]);
}
