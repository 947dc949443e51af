using System.Diagnostics;

namespace Slowroll.Docs.Tests;

/// <summary>The pictures are those that the script draws today.</summary>
public class PictureTests
{
    private static readonly string Pictures = Page.InRepository("docs/pictures");

    [Fact]
    public async Task The_script_draws_the_pictures_that_are_checked_in()
    {
        var folder = Directory.CreateTempSubdirectory("slowroll-pictures-").FullName;

        using var script = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", Path.Combine(Pictures, "draw.cs"), "--", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();

        Assert.True(script.ExitCode == 0, await output + await error);
        Assert.Equal(Read(Pictures), Read(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static SortedDictionary<string, string> Read(string folder) => new(
        Directory.GetFiles(folder, "*.svg")
            .ToDictionary(path => Path.GetFileName(path), path => File.ReadAllText(path).ReplaceLineEndings("\n")));
}
