using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests;

/// <summary>What the README shows of a schema is a schema.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_schema_of_the_README_becomes_a_class_without_a_word_from_the_analyzers()
    {
        var schemas = Json().Matches(File.ReadAllText(InRepository("README.md")))
            .Select(block => block.Groups[1].Value)
            .Where(json => json.Contains("\"properties\"", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2, schemas.Count);
        foreach (var schema in schemas)
        {
            var project = TestProject.WithSchema(schema);
            Assert.Empty(project.Compile(out _));
            Assert.Empty(await project.Analyze());
        }
    }

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../..", path);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
