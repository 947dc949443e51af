using System.Text.RegularExpressions;

namespace Slowroll.Blazor.Tests;

/// <summary>What the compiler says in a project for a browser of what a browser doesn't have.</summary>
public sealed partial class PlatformTests : IDisposable
{
    private const string Code = """
        using System.Threading.Tasks;
        using Slowroll;

        public static class Uses
        {
            public static async Task<bool> Everything(System.Uri url)
            {
                SlowrollOptions options = new() { PollInterval = System.TimeSpan.FromMinutes(1), UseDiskCache = false };
                await using var config = await SlowrollConfig.OpenAsync(url, "shop", options);
                HttpConfigSource source = new(url);
                config.Changed += (_, _) => { };
                var key = new HashKey("ada");
                FileConfigSource file = new("config.json"); // no
                options.CacheDirectory = "cache"; // no
                options.LocksFile = "locks"; // no
                var host = HashKey.Host; // no
                return config.GetValue("checkout", "one_click", key, false);
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll-platform-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_project_for_a_browser_is_warned_of_what_a_browser_does_not_have_and_of_nothing_else()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Uses.cs"), Code);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Uses.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.BlazorWebAssembly">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Library</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(SlowrollConfig).Assembly.Location}" />
                <Reference Include="{typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);

        var output = await PublishedShop.DotnetIn(_folder.FullName).RunAsync("build", "-t:Compile", "-restore");

        var lines = Code.Split('\n');
        Assert.Equal(
            Enumerable.Range(1, lines.Length)
                .Where(number => lines[number - 1].EndsWith("// no", StringComparison.Ordinal)),
            Warning().Matches(output).Select(match => int.Parse(match.Groups["line"].Value, null)).Distinct().Order());
        Assert.All(AnyCode().Matches(output).Select(match => match.Value), code => Assert.Equal("CA1416", code));
    }

    [GeneratedRegex(@"Uses\.cs\((?<line>\d+),\d+\): warning CA1416")]
    private static partial Regex Warning();

    [GeneratedRegex(@"(?<=warning )[A-Z]+\d+")]
    private static partial Regex AnyCode();
}
