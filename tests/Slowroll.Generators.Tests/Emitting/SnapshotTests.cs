using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Emitting;

/// <summary>The expected files lie beside this one; SLOWROLL_ACCEPT=1 writes them anew, for the diff to be read.</summary>
public partial class SnapshotTests
{
    [Fact]
    public void A_small_schema_becomes_the_class_that_a_person_would_write() => AssertSnapshot("Small", SampleSchemas.Small);

    [Fact]
    public void A_rich_schema_becomes_the_class_that_a_person_would_write() => AssertSnapshot("Rich", SampleSchemas.Rich);

    private static void AssertSnapshot(string name, string schema, [CallerFilePath] string here = "")
    {
        var files = TestProject.WithSchema(schema).Generate();
        var text = string.Join("\n", files.Select(file => $"// ==== {file.Key}\n{WithoutVersion(file.Value)}"));
        var expected = Path.Combine(Path.GetDirectoryName(here)!, $"{name}.g.cs.txt");
        if (Environment.GetEnvironmentVariable("SLOWROLL_ACCEPT") is "1")
        {
            File.WriteAllText(expected, text);
        }

        Assert.Equal(File.ReadAllText(expected), text);
    }

    private static string WithoutVersion(string text) => Version().Replace(text, "\"<version>\")]");

    [GeneratedRegex("""
        "\d+\.\d+\.\d+"\)\]
        """)]
    private static partial Regex Version();
}
