using System.Text.Json;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>What a project file says is written by MSBuild, and read by the generator.</summary>
public sealed class MetadataTests : IDisposable
{
    private const string Schema = """
        { "properties": { "features": { "properties": { "on": { "$ref": "slowroll.schema.json#/$defs/boolean" } } } } }
        """;

    private readonly BuildFilesProject _project = new();

    public void Dispose() => _project.Dispose();

    // All folders that the SDK builds in, and what MSBuild and the file for the compiler have signs for.
    public static TheoryData<string> Odd =>
        ["C#", "a;b", "100% of it's", "a,b|c=d", "%3B%23", "a\"b", "[x]{a,b}!", "ünï😀", "$(OS)", "a&b",
            "$([System.Guid]::Empty)"];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Every_text_arrives_whole_in_every_folder(string odd)
    {
        if (OperatingSystem.IsWindows() && odd.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            return; // There no folder has such a name.

        var url = $"https://example.com/a.json?version=1;channel={odd}#%3B%23";
        var folder = _project.In(odd);
        Directory.CreateDirectory(Path.Combine(folder, odd));
        string schema = Path.Combine(folder, odd, "app.schema.json"), config =
            Path.Combine(folder, "live.json"), earlier = Path.Combine(folder, odd, "old.json");
        foreach (var file in (string[])[schema, config, earlier])
            await File.WriteAllTextAsync(file, "{}");

        var (exitCode, output) = await _project.BuildAsync(
            $"""
            <SlowrollSchema Include="{InXml($"{odd}/app.schema.json")}" Namespace="{InXml($"Acme.{odd}")}" Url="{InXml(url)}" />
            <SlowrollConfig Include="live.json" Schema="{InXml($"{odd}/app.schema.json")}" Previous="{InXml($"{odd}/old.json")}" />
            """,
            ["-t:WriteSlowrollMetadata", "-getProperty:_SlowrollFiles", "-getProperty:_SlowrollProject"],
            $"<ProjectDir>$(MSBuildProjectDirectory)/</ProjectDir><SlowrollAsOf>{InXml(odd)}</SlowrollAsOf>");

        Assert.True(exitCode == 0, output);
        var properties = JsonDocument.Parse(output).RootElement.GetProperty("Properties");
        TestProject project = new(
            new TestFile(schema, Schema),
            new TestFile(config, """{ "features": { "on": { "stable": 7 } } }"""),
            new TestFile(earlier, "not json"))
        {
            Properties = [.. properties.EnumerateObject()
                .Select(property => (property.Name, property.Value.GetString()!))],
        };

        var code = Assert
            .Single(project.Generate(), file => file.Key.EndsWith(".App.g.cs", StringComparison.Ordinal)).Value;
        Assert.Contains(Slowroll.Schemas.Naming.CSharpText.Quote(url), code, StringComparison.Ordinal);
        Assert.Equal(
            ["SLOW3001 old.json", "SLOW3004 live.json", "SLOW3012 live.json"],
            (await Analyze(project))
                .Select(found => $"{found.Id} {Path.GetFileName(found.Location.GetLineSpan().Path)}")
                .Order());
    }

    private static string InXml(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
