namespace Slowroll.Packages.Tests;

/// <summary>The command is installed from its packages as a person installs it.</summary>
[Collection(nameof(PackedPackages))]
public class ToolPackageTests(PackedPackages packages)
{
    [Fact]
    public async Task The_installed_command_starts_a_project_and_checks_it()
    {
        var (folder, dotnet) = packages.NewConsumer("tool user");
        var tool = Path.Combine(folder, "bin", "slowroll");

        await dotnet.RunAsync("tool", "install", "Slowroll.Tool", "--version", "0.1.0", "--tool-path", "bin");
        var version = await dotnet.TryRunProgramAsync(tool, "--version");
        await dotnet.TryRunProgramAsync(tool, "init", "new", "--name", "flags");
        var check = await dotnet.TryRunProgramAsync(tool, "check", "new/flags.json", "--strict");

        Assert.Equal((0, "0.1.0"), (version.ExitCode, version.Output.Trim()));
        Assert.Equal((0, "1 flag, no problems."), (check.ExitCode, check.Output.Trim()));
    }

    [Fact]
    public async Task The_installed_command_comes_with_a_page_for_each_rule()
    {
        var (folder, dotnet) = packages.NewConsumer("rule reader");

        await dotnet.RunAsync("tool", "install", "Slowroll.Tool", "--version", "0.1.0", "--tool-path", "bin");
        var help = await dotnet.TryRunProgramAsync(Path.Combine(folder, "bin", "slowroll"), "--help");

        var pages = help.Output.Split("has a page: ")[1].Split('\n')[0].Trim();
        Assert.True(File.Exists(Path.Combine(pages, "SLOW3001.md")), pages);
    }
}
